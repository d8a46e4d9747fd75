import { sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { DataTable, Money } from '../../nhs/public.ts'
import { type MaternityStage, maternityStages, type StagePrices } from '../../rights/public.ts'
import { stageSays } from '../rules/say.ts'
import { careOf, heldBy, isOver, totalOf, waitingOf } from '../rules/stand.ts'
import type { Budget, Choice } from '../types.ts'
import type { BudgetShows } from './shows.ts'

type Of = BudgetShows & { readonly budget: Budget }

const Giver = ({ budget, stage }: { budget: Budget; stage: MaternityStage }) => {
  const who = careOf(budget, stage) ?? waitingOf(budget, stage) ?? heldBy(budget, stage)
  return who === null ? <>Not chosen</> : <bdi>{who.provider}</bdi>
}

/** How a part stands, in a sentence. */
export function partStands(budget: Budget, stage: MaternityStage): string {
  const care = careOf(budget, stage)
  if (care !== null)
    return care.how === 'emergency'
      ? `Given on ${sayShortDay(care.on)}, elsewhere because it had to be`
      : `Over on ${sayShortDay(care.on)}`
  if (budget.ending !== null) return `Closed on ${sayShortDay(budget.ending.on)}`
  if (isOver(budget, stage)) return 'Over'
  const waiting = waitingOf(budget, stage)
  const held = heldBy(budget, stage)
  if (waiting !== null) {
    const until = held === null ? '' : `. Until then with ${held.provider}`
    return `Chosen on ${sayShortDay(waiting.chosenOn)}, to be confirmed${until}`
  }
  return held === null
    ? 'Open'
    : `Confirmed on ${held.confirmed === null ? '' : sayShortDay(held.confirmed.on)}`
}

type LinkTo = { readonly href: string; readonly says: string; readonly what: string }
function linksOf({ budget, reference, may }: Of, stage: MaternityStage): readonly LinkTo[] {
  if (isOver(budget, stage)) return []
  const waiting = waitingOf(budget, stage)
  const chosen = waiting ?? heldBy(budget, stage)
  const what = stageSays[stage].toLowerCase()
  const at = `/maternity/${reference}`
  return [
    ...(may.choose
      ? [{ href: `${at}/stages/${stage}/choices`, says: chosen === null ? 'Choose' : 'Change', what }]
      : []),
    ...(may.write && waiting !== null
      ? [{ href: `${at}/choices/${waiting.number}/confirmation`, says: 'Confirm', what }]
      : []),
    ...(may.write ? [{ href: `${at}/stages/${stage}/care`, says: 'Note that it was given', what }] : []),
  ]
}

const Links = ({ links }: { links: readonly LinkTo[] }) => (
  <>
    {links.map(({ href, says, what }, place) => (
      <span key={href}>
        {place === 0 ? null : <br />}
        <a href={href}>
          {says}
          <span className="nhsuk-u-visually-hidden">: {what}</span>
        </a>
      </span>
    ))}
  </>
)

/** The three parts: who gives each, what it costs the NHS, and what can be done. */
export const Parts = (shows: Of & { readonly prices: StagePrices }) => {
  const links = maternityStages.map(stage => linksOf(shows, stage))
  const some = links.some(one => one.length > 0)
  return (
    <DataTable
      caption={`Three parts of care: ${sayMoney(totalOf(shows.prices))} together`}
      columns={[
        { says: 'Part' },
        { says: 'Who gives it' },
        { says: 'What it costs the NHS', numeric: true },
        { says: 'How it stands' },
        ...(some ? [{ says: 'What you can do', unseen: true }] : []),
      ]}
      rows={maternityStages.map((stage, place) => ({
        key: stage,
        cells: [
          stageSays[stage],
          <Giver key="who" budget={shows.budget} stage={stage} />,
          <Money key="sum" sum={shows.prices[stage]} />,
          partStands(shows.budget, stage),
          ...(some ? [<Links key="do" links={links[place] ?? []} />] : []),
        ],
      }))}
      empty="There are no parts."
    />
  )
}

/** What she pays for herself, beside the budget. */
export const Extras = ({ budget }: { budget: Budget }) =>
  budget.extras.length === 0 ? null : (
    <DataTable
      caption="Beside the budget, paid privately"
      columns={[{ says: 'What' }, { says: 'How much', numeric: true }, { says: 'Noted' }]}
      rows={budget.extras.map(one => ({
        key: one.id,
        cells: [
          <bdi key="what">{one.says}</bdi>,
          <Money key="sum" sum={one.amount} />,
          sayShortDay(one.notedOn),
        ],
      }))}
      empty=""
    />
  )

const wentTo = ({ stage, provider, chosenOn, byName, because, confirmed }: Choice): string =>
  [
    `${stageSays[stage]}: ${provider}`,
    `chosen on ${sayShortDay(chosenOn)} by ${byName}`,
    confirmed === null ? 'not confirmed' : `confirmed on ${sayShortDay(confirmed.on)}`,
    ...(because === '' ? [] : [`“${because}”`]),
  ].join(', ')

/** Every choice there was, the newest first: minds may change as often as they like. */
export const Choices = ({ budget }: { budget: Budget }) =>
  budget.choices.length === 0 ? null : (
    <>
      <h2>Every choice so far</h2>
      <ul>
        {budget.choices.map(one => (
          <li key={one.id}>
            <bdi>{wentTo(one)}</bdi>
          </li>
        ))}
      </ul>
    </>
  )
