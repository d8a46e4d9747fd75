import { sayShortDay } from '../../kernel/days.ts'
import { answerNow, factsOf, isOpen, stageOf } from '../rules/stage.ts'
import type { ComplaintShows } from './shows.ts'

/** Staff's working notes, or the sentence that there are such. */
export const Notes = ({ one, staff, whole }: ComplaintShows) =>
  staff && whole ? (
    <>
      <h2>Working notes</h2>
      <p className="nhsuk-hint">Only staff see these. The family is told that there are such notes.</p>
      {one.notes.length === 0 ? <p>There are none.</p> : null}
      <ul>
        {one.notes.map(({ on, byName, words }) => (
          <li key={`${on}-${words}`}>
            {sayShortDay(on)}, {byName}: <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
      {one.concerns.length === 0 ? null : (
        <p>
          They do not answer it:{' '}
          {one.concerns
            .map(({ name, part }) => `${name} (${part === 'decided' ? 'decided it' : 'complained of'})`)
            .join(', ')}
          .
        </p>
      )}
    </>
  ) : staff ? null : (
    <p>You see all that is kept of your complaint but for the working notes of those who look into it.</p>
  )

function linksFor({ one, may, staff }: ComplaintShows): readonly (readonly [string, string])[] {
  const stage = stageOf(factsOf(one))
  const open = isOpen(stage)
  const rows: readonly (readonly [boolean, string, string])[] = [
    [may.handle && stage === 'to-acknowledge', 'acknowledgement', 'Tell them that it arrived'],
    [may.answer && stage === 'late-to-decide', 'hearing', 'Decide whether it is heard'],
    [may.handle && stage === 'consent-awaited', 'consent', 'Note that the person agrees'],
    [may.handle && (stage === 'to-plan' || stage === 'looking'), 'plan', 'Note how it is looked into'],
    [may.handle && open, 'concerns', 'Note who may not answer it'],
    [may.handle && open, 'notes', 'Write a working note'],
    [may.handle && stage === 'looking', 'delays', 'Explain why it takes longer'],
    [may.answer && stage === 'looking', 'answer', 'Answer it'],
    [may.make || may.handle, 'evidence', 'Add words or a paper'],
    [(may.make || may.handle) && open, 'withdrawal', staff ? 'Note that they withdraw it' : 'Withdraw it'],
    [
      (may.make || may.handle) && answerNow(one) !== null,
      'reopening',
      'Something is still wrong: open it again',
    ],
    [may.make && stage === 'withdrawn', 'reopening', 'Open it again'],
    [may.handle, 'ombudsman', 'Note what the ombudsman was asked or decided'],
  ]
  return rows.filter(([so]) => so).map(([, at, says]) => [at, says])
}

/** What can be done now, each on a page of its own. */
export const Links = (shows: ComplaintShows) => {
  const links = linksFor(shows)
  return links.length === 0 ? null : (
    <>
      <h2>What you can do</h2>
      <ul>
        {links.map(([at, says]) => (
          <li key={at}>
            <a href={`/complaints/${shows.found.reference}/${shows.one.number}/${at}`}>{says}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
