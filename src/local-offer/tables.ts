import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { Relation } from '../rights/public.ts'
import type { Answer, Every, WishId } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type Asked = {
  asked_on: PlainDate
  asked_by: string | null
  asked_by_name: string
  on_behalf_of: PersonId | null
}
type Question = Whose &
  Asked & {
    id: WishId
    reference: string
    number: number
    words: string
    sum: Pence
    every: Every
    what_for: string
    outcome: string
    line_key: string | null
    line_says: string
    in_plan: 'yes' | 'no' | 'not-sure'
    payee: 'firm' | 'family'
    because: readonly string[]
    answer_by: PlainDate | null
  }
type AnswerRow = Whose & {
  question_id: WishId
  number: number
  answer: Answer
  conditions: string
  reasons: string
  instead: string
  rules: unknown
  by_rule: boolean
  answered_on: PlainDate
  answered_by: string | null
  answered_by_name: string
  answered_by_role: string
}

/** What neighbours may read of this module, by its shown views. */
export type LocalOfferShown = {
  'local_offer.question_shown': Question & {
    answer_number: number | null
    answer: Answer | null
    conditions: string | null
    reasons: string | null
    by_rule: boolean | null
    answered_on: PlainDate | null
    answered_by: string | null
    answered_by_name: string | null
    again_words: string | null
    again_on: PlainDate | null
    /** Somebody has to answer: never answered, or asked to be looked at again. */
    waiting: boolean
    waiting_since: PlainDate
  }
  'local_offer.answer_shown': AnswerRow & {
    question: number
    reference: string
    words: string
    sum: Pence
    every: Every
    asked_on: PlainDate
  }
}

type Tables = {
  'local_offer.question': Question & {
    looks_like: readonly string[]
    said_to_be: string | null
    relation: Relation | null
    same_household: boolean | null
    paid_for: 'care' | 'help-with-managing' | null
    asked_at: Generated<Moment>
  }
  'local_offer.answer': AnswerRow & { answered_at: Generated<Moment> }
  'local_offer.again': Whose &
    Asked & {
      question_id: WishId
      answer_number: number
      words: string
      answer_by: PlainDate | null
      asked_at: Generated<Moment>
    }
}

type All = Tables & LocalOfferShown & PeopleShown & AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
