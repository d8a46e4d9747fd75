import type { Generated } from 'kysely'
import type { AccessShown } from '../access/public.ts'
import type { AccountId, AgreementsShown } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'
import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { LedgerShown } from '../ledger/public.ts'
import type { LocalOfferShown, WishId } from '../local-offer/public.ts'
import type { PaymentsShown } from '../payments/public.ts'
import type { OrganisationId, PeopleShown, PersonId } from '../people/public.ts'
import type { PlansShown } from '../plans/public.ts'
import { type Doing, type Inside, inside } from '../platform/doing.ts'
import type { ChoosingTables } from './choosing-tables.ts'
import type { PayerTables } from './payer-tables.ts'
import type { Arithmetic, Format } from './read/types.ts'
import type {
  AnswerId,
  BankFileId,
  FlagId,
  FlagKind,
  LineId,
  MatchKind,
  PayeeId,
  QuestionId,
  ReceiptId,
  SampleId,
  StatementId,
  Tier,
} from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }
type OfBudget = Whose & { reference: string }
type FileId = Id<'file'>

type StatementFacts = OfBudget & {
  id: StatementId
  bank_file_id: BankFileId
  place: number
  from_on: PlainDate | null
  until_on: PlainDate | null
  opening: Pence | null
  closing: Pence | null
  arithmetic: Arithmetic
  out_by: Pence | null
  lines: number
  remarks: readonly string[]
}
type FileFacts = {
  account_id: AccountId
  file_id: FileId
  sha256: string
  name: string
  format: Format
  sent_on: PlainDate
  sent_by_name: string
}
type LineFacts = OfBudget & {
  id: LineId
  account_id: AccountId
  on_day: PlainDate
  amount: Pence
  payee: string
  memo: string
  bank_reference: string
  bank_id: string | null
  balance: Pence | null
}
type Match = OfBudget & {
  line_id: LineId
  number: number
  kind: MatchKind | 'open'
  line_key: string | null
  because: string
  by_rule: boolean
  payee_id: PayeeId | null
  matched_by: string | null
  matched_by_name: string
  matched_on: PlainDate
}
type Question = OfBudget & {
  id: QuestionId
  number: number
  line_id: LineId
  because: string
  asked_on: PlainDate
}

type Flag = OfBudget & {
  id: FlagId
  kind: FlagKind
  line_id: LineId | null
  because: string
  raised_on: PlainDate
}

/** What neighbours may read of this module, by its shown views. */
export type BankShown = {
  'bank.line_shown': LineFacts & {
    says: string
    /** The order in which the bank lists lines of one day. */
    read_order: bigint
    match_number: number | null
    kind: MatchKind | null
    line_key: string | null
    matched_because: string | null
    by_rule: boolean | null
    matched_by_name: string | null
    matched_on: PlainDate | null
    asked_on: PlainDate | null
    question: number | null
  }
  /** The questions that nobody and no rule has answered yet. */
  'bank.open_question_shown': Omit<Question, 'id' | 'number' | 'because'> & { question_id: QuestionId }
  'bank.question_shown': Question & {
    on_day: PlainDate
    amount: Pence
    says: string
    answered_on: PlainDate | null
    answer: MatchKind | null
    line_key: string | null
    match_number: number | null
    matched_because: string | null
    call_asked_on: PlainDate | null
  }
  'bank.asked_first_shown': OfBudget & {
    line_id: LineId
    question_id: WishId
    joined_on: PlainDate
    joined_by_name: string
    on_day: PlainDate
    amount: Pence
    kind: MatchKind | null
  }
  'bank.statement_shown': StatementFacts & FileFacts
  'bank.flag_shown': Flag & {
    ended_on: PlainDate | null
    ended_because: string | null
    ended_by_name: string | null
  }
  'bank.spent_shown': OfBudget & {
    line_id: LineId
    on_day: PlainDate
    spent: Pence
    line_key: string | null
    kind: MatchKind
  }
}

type Tables = PayerTables & {
  'bank.named_account': { name: string; made_at: Generated<Moment> }
  'bank.named_statement': {
    account: string
    source: string
    place: number
    read: string
    kept_at: Generated<Moment>
  }
  'bank.file': OfBudget & FileFacts & { id: BankFileId; sent_by: string | null }
  'bank.statement': StatementFacts & { read: string }
  'bank.refused_row': Whose & { statement_id: StatementId; place: number; line: number; why: string }
  'bank.line': LineFacts & { occurrence: number; read_on: PlainDate }
  'bank.showing': Whose & { statement_id: StatementId; row_index: number; line_id: LineId }
  'bank.same_payment': Whose & { line_id: LineId; same_as: LineId; found_on: PlainDate }
  'bank.match': Match
  'bank.question': Question
  'bank.answer': Whose & {
    id: AnswerId
    question_id: QuestionId
    answer: string
    words: string
    answered_on: PlainDate
    answered_at: Moment
    answered_by: string | null
    answered_by_name: string
    on_behalf_of: string | null
  }
  'bank.payee': OfBudget & {
    id: PayeeId
    says: string
    words: string
    line_key: string
    answer_id: AnswerId
    learnt_on: PlainDate
  }
  'bank.payee_forgotten': Whose & {
    payee_id: PayeeId
    forgotten_on: PlainDate
    forgotten_by: string | null
    forgotten_by_name: string
  }
  'bank.asked_first': OfBudget & {
    line_id: LineId
    number: number
    question_id: WishId | null
    joined_on: PlainDate
    joined_by: string | null
    joined_by_name: string
  }
  'bank.receipt': OfBudget & {
    id: ReceiptId
    line_id: LineId
    file_id: FileId
    name: string
    sha256: string
    given_on: PlainDate
    given_by: string | null
    given_by_name: string
  }
}

type Monitoring = {
  'bank.flag': Flag
  'bank.flag_ended': Whose & {
    flag_id: FlagId
    because: string
    ended_on: PlainDate
    ended_by: string | null
    ended_by_name: string
  }
  'bank.sample': OfBudget & {
    id: SampleId
    from_on: PlainDate
    until_on: PlainDate
    tier: Tier
    reasons: readonly string[]
    seed: string
    of_lines: number
    drawn_on: PlainDate
    drawn_by: string | null
    drawn_by_name: string
  }
  'bank.sample_line': Whose & { sample_id: SampleId; place: number; line_id: LineId }
}

type All = Tables &
  ChoosingTables &
  Monitoring &
  BankShown &
  LocalOfferShown &
  PaymentsShown &
  AgreementsShown &
  LedgerShown &
  PlansShown &
  PeopleShown &
  AccessShown
export type Ctx = Inside<All>
export const here = (doing: Doing): Ctx => inside<All>(doing)
