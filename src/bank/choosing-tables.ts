import type { Generated } from 'kysely'
import type { AccountId } from '../agreements/public.ts'
import type { PlainDate } from '../kernel/days.ts'
import type { Pence } from '../kernel/money.ts'
import type { OrganisationId, PersonId } from '../people/public.ts'
import type { StatementId } from './types.ts'

type Whose = { organisation_id: OrganisationId; person_id: PersonId }

/** What stays of lines of a shared account that were not kept. */
export type ChoosingTables = {
  'bank.left_out': Whose & {
    statement_id: StatementId
    place: number
    after_lines: number
    many: number
    sum: Pence
  }
  'bank.chosen': Whose & {
    number: Generated<bigint>
    account_id: AccountId
    mark: string
    kept: boolean
    chosen_on: PlainDate
  }
}
