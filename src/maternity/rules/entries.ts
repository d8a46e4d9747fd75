import type { PlainDate } from '../../kernel/days.ts'
import { negative } from '../../kernel/money.ts'
import { allocatedTo, commissionedFor, fundOf, type NewEntry } from '../../ledger/public.ts'
import type { MaternityStage } from '../../rights/public.ts'
import type { Budget, Care, Choice } from '../types.ts'
import { stageSays } from './say.ts'

type Who = Pick<Choice, 'stage' | 'price' | 'provider'>

const longestKey = 60
/** The line that a stage is with a provider, as the ledger names it: `intrapartum-ashdale-hospital`. */
const lineOf = ({ stage, key }: { readonly stage: MaternityStage; readonly key: string }): string =>
  `${stage}-${key}`.slice(0, longestKey).replace(/-+$/, '')

const entryOf = ({ organisation, person }: Budget, effectiveOn: PlainDate) => ({
  effectiveOn,
  organisation,
  person,
})

type Committing = { readonly id: string; readonly on: PlainDate; readonly fund: string }
/** The money of a stage is set aside from the body's fund for one provider. `id` names the event. */
export const commit = (budget: Budget, who: Who, { id, on, fund }: Committing): NewEntry => ({
  ...entryOf(budget, on),
  key: `maternity:${id}:set-aside`,
  because: `${stageSays[who.stage]}: set aside for ${who.provider}`,
  postings: [
    { account: fundOf(fund), pence: negative(who.price) },
    { account: allocatedTo(budget.reference), pence: who.price },
  ],
})

/** Care given spends what was set aside: the NHS pays the provider. */
export const spend = (
  budget: Budget,
  care: Pick<Care, 'stage' | 'key' | 'provider' | 'price' | 'on'>,
): NewEntry => ({
  ...entryOf(budget, care.on),
  key: `maternity:${budget.id}:${care.stage}:given`,
  because: `${stageSays[care.stage]}: given by ${care.provider}`,
  postings: [
    { account: allocatedTo(budget.reference), pence: negative(care.price) },
    { account: commissionedFor(budget.reference, lineOf(care)), pence: care.price },
  ],
})

/** A name as a key of small letters, figures and hyphens: for a provider without a contract here. */
export const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '') || 'elsewhere'
