import { sayDay, sayShortDay } from '../../kernel/days.ts'
import { type Fact, InsetText, Reading, SummaryList } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { aboutSays, agreedSays, howSays, makerSays, stageSays } from '../rules/say.ts'
import { dueOf, factsOf, stageOf, turnOf } from '../rules/stage.ts'
import { After } from './answer.tsx'
import { Links, Notes } from './handling.tsx'
import type { ComplaintShows } from './shows.ts'

const Turn = ({ one, staff }: ComplaintShows) => {
  const facts = factsOf(one)
  const stage = stageOf(facts)
  const due = dueOf(facts)
  const says = {
    us: staff ? 'It is our turn' : 'It is our turn. You need do nothing now',
    you: staff
      ? 'It is the person’s turn: do they agree?'
      : 'It is your turn: tell us whether you agree to it',
    nobody: 'Nobody has to act now',
  }[turnOf(stage)]
  return (
    <InsetText>
      <p>
        <strong>{stageSays[stage]}.</strong> {says}
        {due === null ? '' : `, by ${sayDay(due)}`}.
      </p>
      <p>A complaint never changes the care, the budget or how anybody is treated.</p>
    </InsetText>
  )
}

const factsShown = ({ one, found }: ComplaintShows): readonly Fact[] => [
  { says: 'Complaint', is: `${one.number} of ${found.reference}` },
  { says: 'Made by', is: <bdi>{`${one.madeByName} (${makerSays[one.madeBy].toLowerCase()})`}</bdi> },
  { says: 'About', is: aboutSays[one.about] },
  { says: 'It happened', is: sayDay(one.happenedOn) },
  { says: 'We got it', is: `${sayDay(one.receivedOn)}, ${howSays[one.how].toLowerCase()}` },
  {
    says: 'In time',
    is:
      one.receivedOn <= one.lastDay
        ? `Yes, until ${sayDay(one.lastDay)}`
        : `No, the last day was ${sayDay(one.lastDay)}`,
  },
  ...(one.hearing === null
    ? []
    : [{ says: 'Heard although late', is: `${one.hearing.heard ? 'Yes' : 'No'}. ${one.hearing.because}` }]),
  {
    says: 'Acknowledged',
    is: one.acknowledged
      ? `${sayDay(one.acknowledged.on)}, by ${one.acknowledged.byName}`
      : `Not yet, due by ${sayDay(one.acknowledgeBy)}`,
  },
  ...(one.madeBy === 'somebody-else'
    ? [
        {
          says: 'The person agrees',
          is: one.consent ? `Yes, ${sayDay(one.consent.on)}, ${one.consent.how}` : 'Not noted yet',
        },
      ]
    : []),
]

const Words = ({ one, found }: ComplaintShows) =>
  one.words === null ? (
    <p>What was said is seen by those who see the whole record.</p>
  ) : (
    <>
      <h2>What happened</h2>
      <p dir="auto">{one.words.words}</p>
      <h2>What should be put right</h2>
      <p dir="auto">{one.words.wants}</p>
      {one.words.who === '' ? null : (
        <p>
          About: <bdi>{one.words.who}</bdi>
        </p>
      )}
      {one.words.lateBecause === '' ? null : (
        <p>
          Why it comes now: <bdi>{one.words.lateBecause}</bdi>
        </p>
      )}
      {one.evidence.length === 0 ? null : (
        <ul>
          {one.evidence.map(({ file, note, on, byName }, place) => (
            <li key={file ?? place}>
              <bdi>{note || 'A paper'}</bdi>, {sayShortDay(on)}, {byName}{' '}
              {file === null ? null : (
                <a href={`/complaints/${found.reference}/files/${file}`}>Open the file</a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )

const Handling = ({ one }: ComplaintShows) => {
  const [plan] = one.plans
  return plan === undefined ? null : (
    <>
      <h2>How it is looked into</h2>
      <SummaryList
        facts={[
          { says: 'Who looks into it', is: plan.handlerName },
          { says: 'How', is: <bdi>{plan.how}</bdi> },
          { says: 'Answer by', is: sayDay(plan.answerBy) },
          ...(one.about === 'nhs'
            ? []
            : [{ says: 'Who leads', is: plan.lead === 'nhs' ? 'The NHS board' : 'The council' }]),
          { says: 'Agreed', is: `${agreedSays[plan.agreed]}, ${sayDay(plan.on)}` },
        ]}
      />
      {one.points.length === 0 ? null : (
        <>
          <h3>The points</h3>
          <ol>
            {one.points.map(({ number, says }) => (
              <li key={number}>
                <bdi>{says}</bdi>
              </li>
            ))}
          </ol>
        </>
      )}
      {one.delays.map(({ on, because, answerBy }) => (
        <p key={`${on}-${answerBy}`}>
          {sayDay(on)}: it takes longer, until {sayDay(answerBy)}. <bdi>{because}</bdi>
        </p>
      ))}
    </>
  )
}

/** One complaint, for family and staff: how it stands, what was said, agreed, answered and promised. */
export const complaintPage = (shows: ComplaintShows): Page => ({
  title: `Complaint ${shows.one.number}`,
  back: `/complaints/${shows.found.reference}`,
  ...shows.strip,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>Complaint {shows.one.number}</h1>
      <Turn {...shows} />
      <SummaryList facts={factsShown(shows)} />
      <Links {...shows} />
      <Words {...shows} />
      <Handling {...shows} />
      <After {...shows} />
      <Notes {...shows} />
    </Reading>
  ),
})
