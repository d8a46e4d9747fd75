import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { SplitWay, Strand } from './rules/shares.ts'
import type { LineKey, SplitId, SumId, Unit } from './types.ts'

type Rate = {
  id: string
  organisation_id: OrganisationId
  name: string
  says: string
  unit: Unit
  pence: Pence
  from_on: PlainDate
  until_on: PlainDate | null
  source: string
  checked_on: PlainDate
}
type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Sum = Whose & {
  id: SumId
  reference: string
  version: number
  kind: 'indicative' | 'final'
  weekly: Pence
  formula_version: number
  rates_on: PlainDate
  from_on: PlainDate
  made_on: PlainDate
  lines: unknown
}

type Split = Whose & {
  id: SplitId
  reference: string
  number: number
  from_on: PlainDate
  body_ids: readonly OrganisationId[]
  because: string
  made_by_name: string
  made_on: PlainDate
}
type Share = Whose & {
  split_id: SplitId
  line_key: LineKey
  strand: Strand
  body_id: OrganisationId
  says: string
  way: SplitWay
  part: bigint
  weekly: Pence
}
type ShareTotal = Whose & { split_id: SplitId; strand: Strand; body_id: OrganisationId; weekly: Pence }
type ShareAgreed = Whose & {
  split_id: SplitId
  lead_id: OrganisationId
  agreed_on: PlainDate
  agreed_by_name: string
}

type Tables = {
  'needs.rate': Rate & { set_by: string | null; set_at: Generated<Moment> }
  'needs.employer_rate': {
    id: string
    organisation_id: OrganisationId
    from_on: PlainDate
    until_on: PlainDate | null
    figures: unknown
    source: string
    checked_on: PlainDate
    set_by: string | null
    set_at: Generated<Moment>
  }
  'needs.assessment': Whose & {
    id: string
    reference: string
    number: number
    assessed_on: PlainDate
    in_their_words: string
    domains: unknown
    made_by: string | null
    made_at: Generated<Moment>
  }
  'needs.draft': Whose & {
    reference: string
    lines: unknown
    version: number
    changed_by: string | null
    changed_at: Generated<Moment>
  }
  'needs.sum': Sum & {
    facts: unknown
    warnings: unknown
    because: string | null
    made_by: string | null
    made_at: Generated<Moment>
  }
  'needs.split': Split & { made_by: string | null; made_at: Generated<Moment> }
  'needs.share': Share
  'needs.share_total': ShareTotal & { body_ids: readonly OrganisationId[] }
  'needs.share_agreed': ShareAgreed & { agreed_by: string | null }
  'needs.shown': Whose & { sum_id: SumId; shown_on: PlainDate; shown_by: string | null }
  'needs.doubt': Whose & {
    id: string
    sum_id: SumId
    words: string
    raised_by: string | null
    raised_on: PlainDate
    answer_by: PlainDate
    answered_on: PlainDate | null
    answer: string | null
    answered_by: string | null
  }
}

/**
 * What neighbours may read of this module, by its shown views. `lines` of a sum are `SumLine`s: read with
 * `linesOf`.
 */
export type NeedsShown = {
  'needs.rate_shown': Rate
  'needs.sum_shown': Sum & { shown_on: PlainDate | null }
  'needs.doubt_shown': Whose & {
    id: string
    reference: string
    raised_on: PlainDate
    answer_by: PlainDate
    answered_on: PlainDate | null
  }
  'needs.split_shown': Split & { agreed_on: PlainDate | null }
  'needs.share_shown': Share & { reference: string; number: number; from_on: PlainDate }
  'needs.share_total_shown': ShareTotal
  'needs.share_agreed_shown': ShareAgreed
  'needs.assessment_shown': Whose & { id: string; reference: string; number: number; assessed_on: PlainDate }
}

export type Ctx = Inside<Tables & NeedsShown & PeopleShown & AccessShown>
export const here = (doing: Doing): Ctx => inside<Tables & NeedsShown & PeopleShown & AccessShown>(doing)
