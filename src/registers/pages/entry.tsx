import { sayDay, sayShortDay } from '../../kernel/days.ts'
import {
  DataTable,
  Details,
  type Fact,
  InsetText,
  LinkButton,
  Reading,
  RuleNote,
  SummaryList,
} from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { knownRules } from '../rules/known.ts'
import { endSays, hasSays, saidBySays } from '../rules/say.ts'
import { openAdmission } from '../rules/why-not.ts'
import type { Consent } from '../types.ts'
import { BudgetPart, CountedPart } from './money.tsx'
import { nextSays, Reviews } from './reviews.tsx'
import type { EntryShows } from './shows.ts'
import { HospitalPart } from './stays.tsx'

const yesSays = ({ saidBy, name, givenOn }: Consent): string =>
  saidBy === 'best-interests'
    ? `Decided in their best interests on ${sayDay(givenOn)} by ${name}`
    : `${name} said yes on ${sayDay(givenOn)}`

const seenBy = ({ entry, board }: EntryShows): string => {
  const named = (entry.consents[0]?.bodies ?? []).map(({ name }) => name)
  const own = `The small team of ${board}`
  return named.length === 0 ? `${own}, and no other organisation` : `${own}, and ${named.join(', ')}`
}

const factsOf = (shows: EntryShows): readonly Fact[] => {
  const { entry, may } = shows
  const [level] = entry.levels
  const [yes] = entry.consents
  const stay = openAdmission(entry)
  const change = (part: string, what: string) =>
    may.write ? { change: { href: `/registers/${entry.id}/${part}`, what } } : {}
  return [
    {
      says: 'Level',
      is:
        level === undefined
          ? 'None given'
          : `${level.says}, since ${sayShortDay(level.on)}. ${level.because}`,
      ...change('levels', 'the level'),
    },
    { says: 'On the list', is: `Since ${sayDay(entry.putOn)}, by ${entry.putByName}` },
    { says: 'Has', is: hasSays[entry.has] },
    { says: 'Why', is: entry.reason },
    {
      says: 'Who said yes',
      is: yes === undefined ? '' : yesSays(yes),
      ...change('consent', 'who said yes and who sees it'),
    },
    ...(yes?.about == null
      ? []
      : [{ says: 'What was decided', is: `${yes.about} Asked: ${yes.asked ?? ''}` }]),
    { says: 'Who sees it', is: seenBy(shows) },
    { says: 'Next review', is: nextSays(shows) },
    {
      says: 'In hospital',
      is: stay === null ? 'No' : `${stay.hospital}, since ${sayShortDay(stay.from)}`,
    },
  ]
}

const Earlier = ({ entry }: EntryShows) =>
  entry.consents.length < 2 ? null : (
    <Details says="Earlier answers">
      <DataTable
        caption="Each yes, the newest first"
        columns={[{ says: 'Day' }, { says: 'Who' }, { says: 'For' }]}
        rows={entry.consents.map(one => ({
          key: String(one.number),
          cells: [
            sayShortDay(one.givenOn),
            `${one.name}. ${saidBySays[one.saidBy]}`,
            one.bodies.map(({ name }) => name).join(', ') || 'No other organisation',
          ],
        }))}
        empty=""
      />
    </Details>
  )

const Ended = ({ entry }: EntryShows) =>
  entry.ending === null ? null : (
    <InsetText>
      <p>
        Not on the list any more since {sayDay(entry.ending.on)}. {endSays[entry.ending.why]}.{' '}
        {entry.ending.because} No other organisation sees this.
      </p>
    </InsetText>
  )

const Rules = () => (
  <Details says="Where this is written">
    {knownRules.map(({ id, says, source, confidence }) => (
      <RuleNote key={id} {...{ says, source, confidence }} />
    ))}
    <p>
      How many days each review has is set by each board for itself. Where it has set none, no day is
      promised.
    </p>
  </Details>
)

const StaffTop = (shows: EntryShows) => (
  <>
    <h1>{shows.name}: at risk of admission</h1>
    <Ended {...shows} />
    <SummaryList facts={factsOf(shows)} />
    <Earlier {...shows} />
    {shows.may.write && shows.entry.ending === null ? (
      <ul className="nhsuk-list">
        <li>
          <a href={`/registers/${shows.entry.id}/withdrawal`}>They no longer want this</a>
        </li>
        <li>
          <a href={`/registers/${shows.entry.id}/ending`}>Take off the list for another reason</a>
        </li>
      </ul>
    ) : null}
  </>
)

const said = ({ entry, own, name }: EntryShows): string => {
  const [yes] = entry.consents
  if (yes === undefined) return ''
  if (yes.saidBy === 'best-interests')
    return `${yes.name} decided on ${sayDay(yes.givenOn)} that this is best. It was about: ${yes.about}`
  const who = yes.saidBy === 'the-person' && own ? 'You' : yes.saidBy === 'the-person' ? name : yes.name
  return `${who} said yes to being on it on ${sayDay(yes.givenOn)}.`
}

const FamilyTop = (shows: EntryShows) => {
  const { entry, own, name, board } = shows
  const named = (entry.consents[0]?.bodies ?? []).map(one => one.name)
  const [level] = entry.levels
  return (
    <>
      <h1>{entry.ending !== null ? 'The list' : own ? 'You are on a list' : `${name} is on a list`}</h1>
      <Ended {...shows} />
      <p className="nhsuk-lede-text">
        This list is for people who might have to go into hospital. It helps us to plan, so that a bed there
        is the last thing and not the first.
      </p>
      {entry.ending === null ? (
        <>
          <p>
            {said(shows)} {own ? 'You can say no at any time.' : 'You can say no for them at any time.'}
          </p>
          <LinkButton href={`/registers/${entry.id}/withdrawal`} second>
            I no longer want this
          </LinkButton>
        </>
      ) : null}
      <h2 className="nhsuk-heading-m">Why</h2>
      <p>{entry.reason}</p>
      {level === undefined ? null : (
        <p>
          The team calls it “{level.says}”. {level.because}
        </p>
      )}
      <h2 className="nhsuk-heading-m">Who sees it</h2>
      <p>
        A small team of {board}: your case worker, and those who lead the team.{' '}
        {entry.ending !== null || named.length === 0
          ? 'No other organisation.'
          : `You named these too: ${named.join(', ')}.`}{' '}
        <a href={own ? '/access/looks' : `/access/looks?person=${entry.person}`}>See who looked</a>
      </p>
    </>
  )
}

/** Somebody on the list: for staff what stands and what to do, for the family the same in plain words. */
export const entryPage = (shows: EntryShows): Page => ({
  title: shows.staff ? `${shows.name}: at risk of admission` : 'The list you are on',
  back: shows.staff ? '/registers' : '/home',
  person: shows.person,
  wide: shows.staff,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      {shows.staff ? (
        <StaffTop {...shows} />
      ) : (
        <Reading>
          <FamilyTop {...shows} />
        </Reading>
      )}
      <Reviews {...shows} />
      <HospitalPart {...shows} />
      <BudgetPart {...shows} />
      <CountedPart {...shows} />
      <Rules />
    </>
  ),
})
