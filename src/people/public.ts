// The door of `people`: people, organisations and what they are to each other. See README.md.
export { addOrganisation, addPerson, type Contact, type NewPerson } from './actions/add.ts'
export { recordDeath } from './actions/change.ts'
export { loadEngland } from './actions/load-england.ts'
export { type NewRelationship, relate, revoke } from './actions/relate.ts'
export { setFigure } from './actions/set-figure.ts'
export { type NewSetting, setSetting } from './actions/set-setting.ts'
export { contactOf, contactsOf } from './contacts.ts'
export { figureRoutes } from './figure-routes.ts'
export { type FigureShown, figureHistory, figuresOver } from './figures.ts'
export { findPeople, foundBy } from './find.ts'
export { personForm, readCommunication, readContact } from './forms.ts'
export {
  organisation,
  organisationByCode,
  type PersonShown,
  peopleHelpedBy,
  personShown,
  personStrip,
  relationshipsOf,
  settingOn,
  settingsInForce,
} from './queries.ts'
export { isChild } from './rules/age.ts'
export { type Communication, communicationNeeds, flag } from './rules/communication.ts'
export { legalBasisSays, readMay } from './rules/helping.ts'
export { responsibleOn } from './rules/organisations.ts'
export { addressLines, readName } from './rules/person.ts'
export { hoursSays, whyNotApproveHours } from './rules/relationships.ts'
export type { PeopleShown } from './tables.ts'
export type {
  LegalBasis,
  May,
  OrganisationId,
  Part,
  PersonId,
  RelationshipId,
  RelationshipKind,
} from './types.ts'
export { daysToTakeUp, hashOfWord, newWord } from './word.ts'
