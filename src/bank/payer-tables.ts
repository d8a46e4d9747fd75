import type { Moment, PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId } from '../people/public.ts'

type PayerFacts = { id: string; organisation_id: OrganisationId }

/** The tables of the statements of the account that an organisation pays from. */
export type PayerTables = {
  'bank.payer_file': PayerFacts & {
    sha256: string
    name: string
    lines: number
    credits: number
    fresh: number
    refused: number
    read_by: string | null
    read_by_name: string
    read_on: PlainDate
    read_at: Moment
  }
  'bank.payer_credit': PayerFacts & {
    payer_file_id: string
    on_day: PlainDate
    amount: Pence
    words: string
    place: number
  }
  'bank.payer_credit_decided': {
    credit_id: string
    organisation_id: OrganisationId
    instruction_id: string | null
    because: string
    who: string | null
    who_name: string
    on_day: PlainDate
  }
}
