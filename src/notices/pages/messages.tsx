import { sayMoment, sayShortDay } from '../../kernel/days.ts'
import {
  EmptyState,
  Filters,
  Form,
  Pages,
  Reading,
  SearchField,
  SubmitButton,
  Tag,
  TextArea,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Conversations, MessageRow } from '../queries.ts'
import { longestMessage } from '../types.ts'

const Said = ({ one, mine }: { one: MessageRow; mine: boolean }) => (
  <li className="app-timeline__item">
    <p className="app-timeline__who">
      <strong>
        <bdi>{mine ? 'You' : one.said_by_name}</bdi>
      </strong>
      {mine ? '' : `, ${one.said_by_role.toLowerCase()}`}, {sayMoment(one.said_at)}
    </p>
    {one.words.split('\n').map((line, place) => (
      <p key={place} dir="auto">
        {line}
      </p>
    ))}
  </li>
)

type MessagesShows = {
  readonly reference: string
  readonly person: { readonly name: string; readonly details: readonly string[] }
  readonly said: readonly MessageRow[]
  readonly me: string | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly maySend: boolean
  readonly done?: string
}

/**
 * The conversation of a case between the family and their team: who said what when, and a place to answer.
 */
export const messagesPage = ({
  reference,
  person,
  said,
  me,
  typed,
  errors,
  maySend,
  done,
}: MessagesShows): Page => ({
  title: `Messages about ${reference}`,
  person: { ...person, href: `/requests/${reference}` },
  back: `/requests/${reference}`,
  errors,
  ...(done === undefined ? {} : { done }),
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      <h1>Messages about {reference}</h1>
      {said.length === 0 ? (
        <EmptyState
          says="Nobody has written yet."
          next="Write below. What you write stays here, for both sides to read."
        />
      ) : (
        <ol className="app-timeline">
          {said.map(one => (
            <Said key={one.id} one={one} mine={me !== null && one.said_by === me} />
          ))}
        </ol>
      )}
      {maySend ? (
        <Form action={`/notices/messages/${reference}`} typed={typed} errors={errors}>
          <TextArea
            name="words"
            label="Your message"
            hint="In an emergency call 999. For urgent care call 111."
            most={longestMessage}
          />
          <SubmitButton>Send the message</SubmitButton>
        </Form>
      ) : null}
    </Reading>
  ),
})

type UnreadShows = {
  readonly unread: Conversations
  readonly typed: Typed
  readonly searched: boolean
  /** Staff have too many to look through; a family has few. */
  readonly searches: boolean
  readonly hrefOf: (page: number) => string
}

const Nothing = ({ searched }: { searched: boolean }) =>
  searched ? (
    <EmptyState
      says="No new message is from somebody like that."
      next={
        <>
          Look for something else, or <a href="/notices/messages">see all that is new</a>.
        </>
      }
    />
  ) : (
    <EmptyState
      says="You have read everything."
      next={
        <>
          To write, or to read older messages, choose Messages on your <a href="/home">home page</a> or on the
          page of a case.
        </>
      }
    />
  )

const Conversation = ({ reference, name, count, lastOn }: Conversations['rows'][number]) => (
  <li>
    <a href={`/notices/messages/${reference}`}>
      <bdi>{name}</bdi>, {reference}
    </a>{' '}
    <Tag means="needs-you">{`${count} new`}</Tag> {`last on ${sayShortDay(lastOn)}`}
  </li>
)

/** The conversations with something unread in them, the newest first. */
export const unreadPage = ({ unread, typed, searched, searches, hrefOf }: UnreadShows): Page => ({
  title: 'Messages',
  body: (
    <Reading>
      <h1>Messages</h1>
      {searches && (searched || unread.paging.pages > 1) ? (
        <Filters action="/notices/messages" typed={typed} clear={searched ? '/notices/messages' : undefined}>
          <SearchField name="find" label="Name, NHS number or reference" />
        </Filters>
      ) : null}
      {unread.rows.length === 0 ? (
        <Nothing searched={searched} />
      ) : (
        <ul className="nhsuk-list">
          {unread.rows.map(one => (
            <Conversation key={one.reference} {...one} />
          ))}
        </ul>
      )}
      <Pages paging={unread.paging} hrefOf={hrefOf} />
    </Reading>
  ),
})
