// The door of `people`: people, organisations and what they are to each other. See README.md.
export { addOrganisation, addPerson, type Contact, type NewPerson } from './actions/add.ts'
export { type NewRelationship, relate, revoke } from './actions/relate.ts'
export {
  contactOf, organisation, organisationByCode, peopleHelpedBy, personShown, type PersonShown, personStrip, relationshipsOf, settingOn,
} from './queries.ts'
export type { PeopleShown } from './tables.ts'
export type { LegalBasis, OrganisationId, PersonId, RelationshipId, RelationshipKind } from './types.ts'
