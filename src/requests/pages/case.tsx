import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import {
  type Column,
  DataTable,
  type Fact,
  LinkButton,
  Reading,
  SubmitButtons,
  SummaryList,
  TabLinks,
  Tag,
  Timeline,
  WhoseTurn,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { sayPathway } from '../pathways.ts'
import type { CasePageFacts } from '../queries/case-page.ts'
import { stageSays } from '../rules/turn.ts'
import { outcomeSays, reachedBySays, wayShort } from '../say.ts'
import type { Part } from '../types.ts'
import { RightNotes } from './ask.tsx'
import { happened } from './case-happened.ts'
import type { CaseShows } from './case-shows.ts'
import { StaffParts } from './case-staff.tsx'

const partColumns: readonly Column[] = [
  { says: 'For' },
  { says: 'You asked' },
  { says: 'Decided' },
  { says: 'A week', numeric: true },
  { says: 'Reason' },
]

const decidedWords = ({ granted, decidedWay }: Part) => {
  if (granted === null) return 'Not decided yet'
  return granted && decidedWay !== null ? (
    <Tag means="good">{wayShort[decidedWay]}</Tag>
  ) : (
    <Tag means="bad">Refused</Tag>
  )
}

const Parts = ({ parts, caption }: { parts: readonly Part[]; caption: string }) => (
  <DataTable
    caption={caption}
    columns={partColumns}
    rows={parts.map(part => ({
      key: part.id,
      cells: [
        part.says,
        part.askedWay === null ? 'No way named' : wayShort[part.askedWay],
        decidedWords(part),
        part.weekly === null ? '' : sayMoney(part.weekly),
        part.reason ?? '',
      ],
    }))}
    empty="No parts."
  />
)

const Strip = ({ facts, today, actor }: Pick<CaseShows, 'facts' | 'today' | 'actor'>) => {
  const { turn, limits, againLimit, stage } = facts
  if (turn === null)
    return (
      <p>
        {stage === 'withdrawn'
          ? 'This request was withdrawn. You can ask again at any time.'
          : 'Nobody has to act now. You can ask us to look at the decision again.'}
      </p>
    )
  const limit = stage === 'being-looked-at-again' ? againLimit : limits[0]
  const label = turn.by === null ? undefined : limit?.label
  const yours = turn.whose === 'worker' && facts.one.caseWorker?.id === actor.id
  return (
    <WhoseTurn
      who={turn.who}
      since={turn.since}
      by={turn.by}
      today={today}
      will={turn.will}
      yours={yours}
      also={label === undefined ? undefined : <p>How sure that day is: {label}.</p>}
    />
  )
}

const factsOf = ({ facts, staff }: CaseShows): readonly Fact[] => {
  const { one, limits, words, said } = facts
  return [
    { says: 'Reference', is: one.reference },
    { says: 'Stage', is: stageSays[facts.stage] },
    { says: 'Care', is: sayPathway(one.pathway) },
    { says: 'Received', is: sayDay(one.receivedOn) },
    ...(one.decidedOn === null ? limits : []).map(({ by, label }) => ({
      says: `Decide by (${label})`,
      is: sayDay(by),
    })),
    ...(one.decidedOn === null ? [] : [{ says: 'Decided', is: sayDay(one.decidedOn) }]),
    { says: 'Case worker', is: one.caseWorker?.name ?? 'Nobody yet' },
    ...(words
      ? [{ says: 'Asked by', is: `${words.asked_by_name}, ${reachedBySays[words.reached_by]}` }]
      : []),
    ...(staff && said['organisationUnsure'] === true
      ? [{ says: 'Check', is: 'They did not know which NHS board arranges the care. Check the GP practice.' }]
      : []),
    ...(staff && said['nhsNumberOnAnotherRecord'] === true
      ? [{ says: 'Check', is: 'The NHS number they gave stands on another record. It was left out here.' }]
      : []),
  ]
}

const Actions = ({ facts, may }: CaseShows) => {
  const at = `/requests/${facts.one.reference}`
  const undecided = facts.decisions.length === 0 && facts.one.withdrawnOn === null
  const refusedPart = facts.parts.some(
    ({ granted, askedWay, decidedWay }) =>
      granted === false || (granted === true && askedWay !== null && askedWay !== decidedWay),
  )
  const open = facts.again.find(({ outcome }) => outcome === null)
  return (
    <SubmitButtons>
      {may.decide && undecided ? <LinkButton href={`${at}/decision`}>Decide</LinkButton> : null}
      {may.answer && open ? (
        <LinkButton href={`${at}/reconsiderations/${open.id}`}>Look at it again</LinkButton>
      ) : null}
      {may.again && refusedPart && !open ? (
        <LinkButton href={`${at}/reconsideration`}>Ask us to look at this again</LinkButton>
      ) : null}
      <a href={`/notices/messages/${facts.one.reference}`}>Messages</a>
      {may.withdraw && undecided ? <a href={`${at}/withdrawal`}>Withdraw the request</a> : null}
    </SubmitButtons>
  )
}

const Letters = ({ facts }: { facts: CasePageFacts }) => (
  <>
    <h2>Letters</h2>
    {facts.letters.length === 0 ? (
      <p>No letters yet.</p>
    ) : (
      <ul className="nhsuk-list">
        {facts.letters.map(({ id, title, sent_on }) => (
          <li key={id}>
            <a href={`/notices/${id}`}>{title}</a>, {sayShortDay(sent_on)}
          </li>
        ))}
      </ul>
    )}
  </>
)

const Asked = ({ facts }: { facts: CasePageFacts }) => (
  <>
    <h2>What was asked for</h2>
    {(facts.words?.words ?? '').split('\n').map((line, place) => (
      <p key={place} dir="auto">
        {line}
      </p>
    ))}
    <Parts
      parts={facts.parts}
      caption={facts.decisions.length === 0 ? 'The parts of the request' : 'What was decided, part by part'}
    />
    {facts.right === null ? null : (
      <>
        <p>{facts.right.says}</p>
        <RightNotes right={facts.right} />
      </>
    )}
  </>
)

/**
 * A request: where it is, whose turn it is, what was asked and decided; for staff also the evidence and
 * what to do.
 */
export const casePage = (shows: CaseShows): Page => {
  const { facts, strip, staff, nameOnly, errors, done } = shows
  const title = facts.decisions[0]
    ? `Your request: ${outcomeSays[facts.decisions[0].outcome].toLowerCase()}`
    : 'Where your request is'
  return {
    title: staff ? `Request ${facts.one.reference}` : title,
    person: strip,
    back: staff ? '/requests' : '/home',
    wide: staff,
    errors,
    ...(done === undefined ? {} : { done }),
    ...(errors.length > 0 ? { status: 422 } : {}),
    body: nameOnly ? (
      <Reading>
        <h1>Request {facts.one.reference}</h1>
        <Strip {...shows} />
        <p>You see that the request exists and how it stands, and nothing more.</p>
        <SummaryList facts={factsOf(shows).slice(0, 2)} />
      </Reading>
    ) : (
      <>
        <h1>{staff ? `Request ${facts.one.reference}` : title}</h1>
        <Strip {...shows} />
        {staff ? <CaseTabs facts={facts} /> : null}
        <Actions {...shows} />
        <SummaryList facts={factsOf(shows)} />
        <Asked facts={facts} />
        {staff ? <StaffParts {...shows} /> : null}
        <Letters facts={facts} />
        <h2>What has happened</h2>
        <Timeline happened={happened(facts)} empty="Nothing has happened yet." />
      </>
    ),
  }
}

const CaseTabs = ({ facts }: { facts: CasePageFacts }) => (
  <TabLinks
    name="This case"
    tabs={[
      { href: `/requests/${facts.one.reference}`, says: 'Request', current: true },
      { href: `/cases/${facts.one.reference}`, says: 'Whole case' },
      { href: `/needs/${facts.one.reference}`, says: 'Needs and the sum' },
    ]}
  />
)
