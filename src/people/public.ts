// The door of `people`: people, organisations and what they are to each other. See README.md.
export { addOrganisation, addPerson, type Contact, type NewPerson } from './actions/add.ts'
export { type NewRelationship, relate, revoke } from './actions/relate.ts'
export { personForm, readCommunication, readContact } from './forms.ts'
export {
  contactOf,
  organisation,
  organisationByCode,
  type PersonShown,
  peopleHelpedBy,
  personShown,
  personStrip,
  relationshipsOf,
  settingOn,
} from './queries.ts'
export { isChild, whoConsents } from './rules/age.ts'
export { type Communication, communicationNeeds, flag, whatToDo } from './rules/communication.ts'
export { lettersAs, mayTelephone } from './rules/communication.ts'
export { legalBasisSays, readMay, relationshipSays } from './rules/helping.ts'
export { nhsNumberSays, readNhsNumber, sayNhsNumber } from './rules/nhs-number.ts'
export { afterWithdrawal, nominationSays, nomineeFrom, whyNotNominee } from './rules/nomination.ts'
export { bodyOf, nameOn, organisationsOn, responsibleOn, successorsOf } from './rules/organisations.ts'
export { addressLines, readEmail, readName } from './rules/person.ts'
export { hoursSays, mayDo, maySee, whatMay, whyNotApproveHours } from './rules/relationships.ts'
export { readTelephone, sayTelephone } from './rules/telephone.ts'
export type { PeopleShown } from './tables.ts'
export type {
  LegalBasis,
  May,
  OrganisationId,
  Part,
  PersonId,
  Relationship,
  RelationshipId,
  RelationshipKind,
} from './types.ts'
