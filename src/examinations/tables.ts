import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { CasesShown } from '../cases/public.ts'
import type { Moment } from '../kernel/days.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { Pathway, RequestsShown } from '../requests/public.ts'
import type { ExaminationId } from './types.ts'

type Tables = {
  'examinations.examination': {
    id: ExaminationId
    organisation_id: OrganisationId
    change: unknown
    because: string
    cases: number
    asked_by: string
    asked_by_name: string
    asked_at: Generated<Moment>
  }
  'examinations.batch': {
    examination_id: ExaminationId
    organisation_id: OrganisationId
    number: number
    looked: number
    last_reference: string
    is_last: boolean
    counts: unknown
    made_at: Generated<Moment>
  }
  'examinations.changed': {
    examination_id: ExaminationId
    organisation_id: OrganisationId
    person_id: PersonId
    reference: string
    pathway: Pathway
    before: string
    after: string
  }
}

type All = Tables & CasesShown & RequestsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
