import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { DataTable, InsetText, Tag } from '../../nhs/public.ts'
import { budgetFits, movedWith, neededBy } from '../rules/leaving.ts'
import { admissionSays, bedSays, beforeSays, fitsSays } from '../rules/say.ts'
import { openAdmission } from '../rules/why-not.ts'
import type { Admission, Before } from '../types.ts'
import type { EntryShows } from './shows.ts'

const at = ({ entry }: EntryShows, part: string): string => `/registers/${entry.id}/${part}`

const Crises = ({ entry }: EntryShows) => (
  <DataTable
    caption="Crises"
    columns={[{ says: 'Day' }, { says: 'What happened' }, { says: 'What was done' }, { says: 'A bed' }]}
    rows={entry.crises.map(one => ({
      key: String(one.number),
      cells: [
        sayShortDay(one.on),
        one.happened,
        one.instead === '' ? 'Nothing else' : one.instead,
        one.bedSaidBy === null ? bedSays[one.bed] : `${bedSays[one.bed]}. Said by ${one.bedSaidBy}`,
      ],
    }))}
    empty="No crisis is written down."
  />
)

const Stays = ({ entry }: EntryShows) => (
  <DataTable
    caption="Stays in hospital"
    columns={[{ says: 'Hospital' }, { says: 'From' }, { says: 'Until' }, { says: 'How' }, { says: 'Then' }]}
    rows={entry.admissions.map(one => ({
      key: one.id,
      cells: [
        one.hospital,
        sayShortDay(one.from),
        one.until === null ? (
          <Tag key="until" means="plain">
            There now
          </Tag>
        ) : (
          sayShortDay(one.until)
        ),
        admissionSays[one.kind],
        one.toWhere ?? '',
      ],
    }))}
    empty="No stay in hospital is written down."
  />
)

type Item = { readonly item: Before; readonly leaving: PlainDate | null; readonly shows: EntryShows }
const There = ({ item, leaving, shows }: Item) => {
  if (item.thereOn !== null) return <>There since {sayShortDay(item.thereOn)}</>
  const by = neededBy(item, leaving)
  return (
    <>
      {by !== null && by < shows.today ? <Tag means="overdue">Overdue</Tag> : 'Not yet'}{' '}
      {shows.may.write ? (
        <a href={at(shows, `before/${item.number}/there`)}>
          It is there<span className="nhsuk-u-visually-hidden">: {item.says}</span>
        </a>
      ) : null}
    </>
  )
}

const byOf = (item: Before, leaving: PlainDate | null): string => {
  const by = neededBy(item, leaving)
  if (by !== null) return sayShortDay(by)
  return item.daysBefore === 0 ? 'The same day' : `${item.daysBefore} days before`
}

const Moved = ({ stay, shows }: { stay: Admission; shows: EntryShows }) => {
  const moved = movedWith(stay)
  const leaving = stay.planned[0]?.on ?? null
  const begins = shows.budget?.begins ?? null
  return (
    <>
      {moved === null ? null : (
        <InsetText>
          <p>
            The day of leaving moved from {sayShortDay(moved.from)} to {sayShortDay(moved.to)}.{' '}
            {moved.items.length === 0 ? 'Everything is there, so nothing else moves.' : 'These move with it:'}
          </p>
          {moved.items.length === 0 ? null : (
            <ul className="nhsuk-list nhsuk-list--bullet">
              {moved.items.map(one => (
                <li key={one.says}>
                  {one.says}: from {sayShortDay(one.was)} to {sayShortDay(one.is)}
                </li>
              ))}
            </ul>
          )}
        </InsetText>
      )}
      {leaving === null ||
      shows.entry.budget === null ||
      (shows.budget === null && begins === null) ? null : (
        <p>{fitsSays[budgetFits(begins, leaving)]}</p>
      )}
    </>
  )
}

/** What must be there before they leave, and what moved when the day of leaving did. */
const Leaving = ({ stay, shows }: { stay: Admission; shows: EntryShows }) => {
  const leaving = stay.planned[0]?.on ?? null
  return (
    <>
      <h2 className="nhsuk-heading-m">Leaving hospital</h2>
      <p>
        {leaving === null
          ? 'No day of leaving is set yet.'
          : `The day of leaving is ${sayDay(leaving)}. ${stay.planned[0]?.because ?? ''}`}
      </p>
      <Moved {...{ stay, shows }} />
      <DataTable
        caption="What must be there first"
        columns={[{ says: 'What' }, { says: 'Who' }, { says: 'By' }, { says: 'How it stands' }]}
        rows={stay.before.map(item => ({
          key: item.id,
          cells: [
            <span key="what">
              {beforeSays[item.kind]}: {item.says}
            </span>,
            item.owner,
            byOf(item, leaving),
            <There key="there" {...{ item, leaving, shows }} />,
          ],
        }))}
        empty="Nothing is written down yet."
      />
      {shows.may.write ? (
        <ul className="nhsuk-list">
          <li>
            <a href={at(shows, 'leaving')}>{leaving === null ? 'Set the day of leaving' : 'Move the day'}</a>
          </li>
          <li>
            <a href={at(shows, 'before')}>Add what must be there first</a>
          </li>
          <li>
            <a href={at(shows, 'discharge')}>Note that they left hospital</a>
          </li>
        </ul>
      ) : null}
    </>
  )
}

/** Crises and stays as they were written down, and the way out where somebody is in hospital. */
export const HospitalPart = (shows: EntryShows) => {
  const stay = openAdmission(shows.entry)
  return (
    <>
      {stay === null ? null : <Leaving {...{ stay, shows }} />}
      <h2 className="nhsuk-heading-m">Crises and hospital</h2>
      <Crises {...shows} />
      <Stays {...shows} />
      {shows.may.write ? (
        <ul className="nhsuk-list">
          <li>
            <a href={at(shows, 'crises')}>Note a crisis</a>
          </li>
          <li>
            <a href={at(shows, 'admissions')}>Note a stay in hospital</a>
          </li>
        </ul>
      ) : null}
    </>
  )
}
