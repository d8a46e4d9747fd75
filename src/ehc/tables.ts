import type { AccessShown } from '../access/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Pence } from '../kernel/money.ts'
import type { Strand } from '../needs/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { RequestsShown } from '../requests/public.ts'
import type { EducationTest, RuleId } from '../rights/public.ts'
import type { LineDecision, PlanId, What } from './types.ts'

type Whose = { organisation_id: OrganisationId; health_id: OrganisationId; person_id: PersonId }
type Noted = { noted_by: string | null; noted_by_name: string; noted_on: PlainDate }
type Of = Whose & { plan_id: PlanId }
type Plan = Whose & { id: PlanId; reference: Reference; received_on: PlainDate }

/** What neighbours may read of this module, by its shown views. */
export type EhcShown = { 'ehc.plan_shown': Plan }

type Tables = {
  'ehc.plan': Plan & Noted & { asked_by_name: string }
  'ehc.fact': Of &
    Noted & {
      id: string
      number: number
      what: What
      on_day: PlainDate
      until_day: PlainDate | null
      choice: string | null
      who: string | null
      words: string | null
      about: number | null
      accepted: boolean | null
    }
  'ehc.line': Of &
    Noted & {
      id: string
      number: number
      strand: Strand
      says: string
      yearly: Pence
      block_contract: boolean
      place: boolean
      payment_asked: boolean
      used_there: boolean
      setting_agrees: boolean | null
    }
  'ehc.decided': Of & {
    line_id: string
    round: number
    strand: Strand
    answer: LineDecision
    met: EducationTest[]
    because: string
    rules: RuleId[]
    decided_on: PlainDate
    decided_by: string | null
    decided_by_name: string
  }
}

type All = Tables & EhcShown & RequestsShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
