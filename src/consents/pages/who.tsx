import { type PlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { DataTable, InsetText, LinkButton, SubmitButtons, Tag, WarningCallout } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { sayConfidence } from '../../rights/public.ts'
import type { Told } from '../queries/birthdays.ts'
import type { Change } from '../rules/birthdays.ts'
import { type Follow, followSays } from '../rules/follows.ts'
import { ableSays, decidingSays } from '../rules/say.ts'
import type { Decides } from '../rules/who-decides.ts'
import type { Acting, Age, Found, Permission } from '../types.ts'
import { ActingTable, FoundList, PermissionTable, RuleLinks } from './parts.tsx'

export type WhoShows = {
  readonly id: string
  readonly name: string
  readonly strip: NonNullable<Page['person']>
  readonly own: boolean
  readonly staff: boolean
  readonly may: { readonly assess: boolean; readonly permit: boolean }
  readonly decides: readonly Decides[]
  readonly found: readonly Found[]
  readonly acting: readonly Acting[]
  readonly follows: readonly Follow[]
  readonly permissions: readonly Permission[]
  readonly next: { readonly age: Age; readonly on: PlainDate; readonly changes: readonly Change[] } | null
  readonly told: readonly Told[]
  readonly done: string | undefined
}

const whoSays = ({ who, acting, readTheOrder }: Decides, { own, name }: WhoShows): string => {
  if (who === 'the-person') return own ? 'You' : name
  if (who === 'nobody') return 'Nobody yet'
  const names = acting.map(one => one.name).join(', ')
  return readTheOrder ? `${names}, if the order of the court says so` : names
}

const Deciding = (shows: WhoShows) => (
  <DataTable
    caption="Each decision, and who takes it"
    empty=""
    columns={[{ says: 'Decision' }, { says: 'Who' }, { says: 'Since' }, { says: 'On what it rests' }]}
    rows={shows.decides.map(one => ({
      key: one.decision,
      ...(one.who === 'nobody' ? { marked: 'needs-you' as const } : {}),
      cells: [
        decidingSays[one.decision],
        <bdi key="w">{whoSays(one, shows)}</bdi>,
        one.since === null ? 'Not known' : sayShortDay(one.since),
        <>
          {ableSays[one.able]}. <RuleLinks rules={one.rules} />
        </>,
      ],
    }))}
  />
)

const Follows = ({ follows }: WhoShows) =>
  follows.length === 0 ? null : (
    <WarningCallout heading="To look at">
      <ul className="nhsuk-list nhsuk-list--bullet">
        {follows.map((one, place) => (
          <li key={place}>
            {followSays[one.what]} <RuleLinks rules={[one.rule]} />
          </li>
        ))}
      </ul>
    </WarningCallout>
  )

const kindSays = { 'the-person': 'young person', parent: 'parent', 'case-worker': 'case worker' } as const

const Birthday = ({ next, own, name, told, staff }: WhoShows) =>
  next === null ? null : (
    <>
      <h2 id="birthday">What changes at the next birthday</h2>
      <p>
        {own ? 'You' : <bdi>{name}</bdi>} will be {next.age} on {sayDay(next.on)}.
      </p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {next.changes.map(change => (
          <li key={change.they('')}>
            {own ? change.you : change.they(name)} <RuleLinks rules={[change.rule]} />
          </li>
        ))}
      </ul>
      {next.age === 16 && !own && !staff ? (
        <InsetText>
          <p>
            This is no sign that anybody doubts you. From that day it is {name}’s own record. Talk about it
            together: {name} can let you in again, to all that you need for helping.
          </p>
        </InsetText>
      ) : null}
      {told.filter(one => one.age === next.age).length === 0 ? (
        <p>Nobody was told by letter yet. We write in good time.</p>
      ) : (
        <p>
          Told by letter:{' '}
          {told
            .filter(one => one.age === next.age)
            .map(one => `${one.name} (${kindSays[one.kind]}), ${sayShortDay(one.on)}`)
            .join('; ')}
          .
        </p>
      )}
    </>
  )

const Staffs = ({ id, may }: WhoShows) => (
  <SubmitButtons>
    {may.assess ? (
      <>
        <LinkButton href={`/consents/${id}/findings`} second>
          Write down what was found
        </LinkButton>
        <LinkButton href={`/consents/${id}/authority`} second>
          Keep a paper
        </LinkButton>
      </>
    ) : null}
    {may.permit ? (
      <LinkButton href={`/consents/${id}/permissions`} second>
        Permit somebody near to be paid
      </LinkButton>
    ) : null}
  </SubmitButtons>
)

const Capacity = (shows: WhoShows) => (
  <>
    <h2>Able to decide?</h2>
    <p>
      From 16 {shows.own ? 'you are' : 'people are'} taken to be able to decide, until it is found of one
      decision that this is not so. {sayConfidence('general-knowledge')}
    </p>
    {shows.found.length === 0 ? (
      <p>Nobody has looked at a decision.</p>
    ) : (
      <FoundList found={shows.found} href={`/consents/${shows.id}`} mayDecide={shows.may.assess} />
    )}
  </>
)

/** Who decides what, since when and on what it rests; who acts; what the next birthday changes. */
export const whoPage = (shows: WhoShows): Page => ({
  title: 'Who decides',
  person: shows.strip,
  back: shows.staff ? '/consents' : '/home',
  ...(shows.done ? { done: shows.done } : {}),
  wide: true,
  body: (
    <>
      <h1>Who decides</h1>
      <p>
        <a href={`/consents/${shows.id}/sharing`}>What is shared, and with whom</a>
        {' · '}
        <a href="/consents/powers">Who may decide what, by the rules</a>
      </p>
      {shows.staff ? <Follows {...shows} /> : null}
      <Deciding {...shows} />
      <Birthday {...shows} />
      <ActingTable acting={shows.acting} href={`/consents/${shows.id}`} mayEnd={shows.may.assess} />
      <Capacity {...shows} />
      <h2>Who may be paid</h2>
      <PermissionTable
        permissions={shows.permissions}
        href={`/consents/${shows.id}`}
        mayEnd={shows.may.permit}
      />
      {shows.staff ? <Staffs {...shows} /> : null}
      {shows.decides.some(one => one.who === 'nobody') && !shows.staff ? (
        <p>
          <Tag means="waiting">Nobody yet</Tag> Your team looks for somebody who may decide. Nothing stops
          meanwhile.
        </p>
      ) : null}
    </>
  ),
})
