import { Strip, stageSaysOfOther, stageSaysToFamily } from '../../cases/public.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { EmptyState, InsetText, LinkButton, Reading, type Tile, Tiles } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import type { FamilyHome, OfPerson } from '../queries/family.ts'
import { ehcTile, listTile, worthTiles, wrongTile } from './worth-tiles.ts'

export type FamilyShows = { readonly home: FamilyHome; readonly name: string; readonly today: PlainDate }

const moneyTile = ({ standing, left }: OfPerson, today: PlainDate): readonly Tile[] => {
  if (standing === null || (standing.facts.heldFrom === null && left === null)) return []
  const says =
    left === null
      ? 'What is set aside, what comes when.'
      : `${sayMoney(left)} in the budget’s account on ${sayShortDay(today)}.`
  const { reference } = standing.one
  const ask = { href: `/local-offer/${reference}`, title: 'Can I buy this?', says: 'Ask before you buy.' }
  return [
    { href: `/bank/${reference}`, title: 'Money', says },
    ...(standing.facts.heldFrom === null ? [] : [ask]),
  ]
}

const planTile = ({ standing, sees }: OfPerson): readonly Tile[] => {
  if (standing === null || sees === 'name') return []
  const { facts, one } = standing
  if (facts.planOn === null && facts.signedOffOn === null) return []
  return [
    {
      href: `/plans/${one.reference}`,
      title: 'Plan',
      says: facts.signedOffOn === null ? 'Being written.' : `Signed off ${sayShortDay(facts.signedOffOn)}.`,
    },
  ]
}

/** Whoever employs, or could: those with a budget whose agreement holds. */
const assistantsTile = ({ standing, hoursWait }: OfPerson): readonly Tile[] => {
  if (standing === null || standing.facts.heldFrom === null) return []
  const href = `/employment/${standing.one.reference}`
  if (hoursWait === null)
    return [{ href, title: 'Personal assistants', says: 'Employ somebody with the budget.' }]
  return [
    {
      href,
      title: 'Personal assistants',
      says: hoursWait === 0 ? 'Hours, pay and leave.' : 'There are hours to approve.',
      ...(hoursWait === 0 ? {} : { tag: { says: `${hoursWait} wait`, means: 'needs-you' as const } }),
    },
  ]
}

const invoicesTile = ({ standing }: OfPerson): readonly Tile[] =>
  standing === null || standing.facts.heldFrom === null
    ? []
    : [
        {
          href: `/invoices/${standing.one.reference}`,
          title: 'Invoices',
          says: 'Send in what an agency charges, and see what became of it.',
        },
      ]

const wholeTiles = (of: OfPerson): readonly Tile[] => {
  const { standing, person, own, unread } = of
  return [
    ...(standing === null
      ? []
      : [
          {
            href: `/cases/${standing.one.reference}`,
            title: 'Step by step',
            says: 'Every step, the next dates, everything that happened.',
          },
          {
            href: `/notices/messages/${standing.one.reference}`,
            title: 'Messages',
            says:
              unread === 0 ? 'Write to the team. Nothing new to read.' : 'There is something new to read.',
            ...(unread === 0 ? {} : { tag: { says: `${unread} new`, means: 'new' as const } }),
          },
          wrongTile(standing.one.reference),
          { href: `/notices?person=${person}`, title: 'Letters', says: 'Every letter we sent.' },
        ]),
    {
      href: `/people/${person}/helpers`,
      title: 'People who help',
      says: 'Who may see and do what, until when.',
    },
    { href: `/consents/${person}`, title: 'Who decides', says: 'Who says yes or no, what is shared.' },
    {
      href: own ? '/access/looks' : `/access/looks?person=${person}`,
      title: 'Who has looked at the record',
      says: 'Each look, by whom and what for.',
    },
  ]
}

const tilesOf = (of: OfPerson, today: PlainDate): readonly Tile[] => {
  if (of.sees === 'name') return []
  if (of.sees === 'plan') return planTile(of)
  const money = moneyTile(of, today)
  if (of.sees !== 'all') return [...money, ...assistantsTile(of), ...invoicesTile(of), ...planTile(of)]
  return [
    ...money,
    ...assistantsTile(of),
    ...invoicesTile(of),
    ...planTile(of),
    ...worthTiles(of),
    ...listTile(of),
    ...ehcTile(of),
    ...wholeTiles(of),
  ]
}

/** What somebody who helps with a part is told: that part, and nothing of the rest. */
const limited = {
  money: 'You help with the money. You see the money and what it is planned for, and nothing else.',
  plan: 'You see what was planned, and nothing else.',
  name: 'You see that there is a case, and nothing else.',
}

const AskFirst = ({ draft, own }: { draft: boolean; own: boolean }) => (
  <EmptyState
    says={own ? 'You have not asked for a budget yet.' : 'Nobody has asked for a budget yet.'}
    next={
      draft ? (
        'You began a request. What you answered is kept.'
      ) : (
        <>
          Not sure? <a href="/rights">See whether there is a right to one</a>: four questions at most.
        </>
      )
    }
  >
    <LinkButton href="/requests/new">{draft ? 'Carry on with your request' : 'Ask for a budget'}</LinkButton>
  </EmptyState>
)

const Older = ({ older }: Pick<OfPerson, 'older'>) =>
  older.length === 0 ? null : (
    <>
      <h3>Earlier</h3>
      <ul>
        {older.map(({ one, stage }) => (
          <li key={one.reference}>
            <a href={`/cases/${one.reference}`}>
              Asked {sayShortDay(one.receivedOn)}: {stageSaysToFamily[stage].toLowerCase()}
            </a>
          </li>
        ))}
      </ul>
    </>
  )

type BlockShows = {
  readonly of: OfPerson
  readonly several: boolean
  readonly draft: boolean
  readonly today: PlainDate
}

const Where = ({ of, today }: Pick<BlockShows, 'of' | 'today'>) => {
  const { standing, sees, next, own } = of
  if (standing === null || of.calm) return null
  if (sees !== 'all')
    return (
      <>
        <InsetText>
          <p>{limited[sees]}</p>
        </InsetText>
        {next === null ? null : <LinkButton href={next.href}>{next.says}</LinkButton>}
      </>
    )
  const yours = standing.turn.whose === 'family'
  return (
    <>
      <p className="nhsuk-lede-text">
        {own ? stageSaysToFamily[standing.stage] : stageSaysOfOther(standing.stage)}.
      </p>
      <Strip standing={standing} today={today} yours={yours} />
      {next === null ? null : <LinkButton href={next.href}>{next.says}</LinkButton>}
    </>
  )
}

const Block = ({ of, several, draft, today }: BlockShows) => (
  <section aria-label={of.name}>
    <Reading>
      {several || !of.own ? (
        <h2>
          <bdi>{of.own ? 'You' : of.name}</bdi>
        </h2>
      ) : null}
      {of.standing === null && of.sees === 'all' ? <AskFirst draft={draft} own={of.own} /> : null}
      <Where of={of} today={today} />
    </Reading>
    <Tiles tiles={tilesOf(of, today)} />
    {of.sees === 'all' ? <Older older={of.older} /> : null}
  </section>
)

const hoursTile: readonly Tile[] = [
  { href: '/employment/hours', title: 'My work', says: 'Fill in hours, see when you are paid.' },
]

const first = (name: string): string => name.split(' ')[0] ?? name

/** Those whose own record holds nothing are here for others: theirs come first. */
const inOrder = (people: readonly OfPerson[]): readonly OfPerson[] => [
  ...people.filter(({ standing }) => standing !== null),
  ...people.filter(({ standing, own }) => standing === null && !own),
]

/**
 * A person's or family's home: where things stand, the next thing only they can do, and the ways on. Never
 * a dashboard.
 */
export function familyPage({ home, name, today }: FamilyShows): Page {
  const { draft } = home
  const shown = inOrder(home.people)
  return {
    title: 'Home',
    body: (
      <>
        <h1>
          Hello, <bdi>{first(name)}</bdi>
        </h1>
        {shown.map(of => (
          <Block key={of.person} of={of} several={shown.length > 1} draft={draft} today={today} />
        ))}
        {shown.length === 0 && !home.works ? <AskFirst draft={draft} own /> : null}
        {home.works ? <Tiles tiles={hoursTile} /> : null}
        {home.mayTakeUp ? (
          <p>
            Did somebody give you a word so that you can help them?{' '}
            <a href="/people/invitation">I was invited to help</a>. Do you work for them?{' '}
            <a href="/employment/invitation">I work as a personal assistant</a>
          </p>
        ) : null}
        {shown.length > 0 && draft ? (
          <p>
            You began a request and have not sent it. <a href="/requests/new">Carry on with your request</a>
          </p>
        ) : null}
      </>
    ),
  }
}
