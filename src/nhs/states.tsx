import type { Html } from './model.ts'

const Said = ({ title, children }: { title: string; children: Html }) => (
  <div className="nhsuk-grid-row">
    <div className="nhsuk-grid-column-two-thirds">
      <h1 className="nhsuk-heading-l">{title}</h1>
      {children}
    </div>
  </div>
)

/** Whom to ask when we cannot help on the page. */
export type Help = { readonly says: Html }

const Ask = ({ help }: { help: Help | undefined }) => (help === undefined ? null : <p>{help.says}</p>)

/** The address leads nowhere, or to something the reader may not see: the two are never told apart. */
export const NotFoundPage = ({ help }: { help?: Help | undefined }) => (
  <Said title="We cannot find that page">
    <p>
      If you typed the address, check it. If you followed a link, it may be old, or may be for somebody else.
    </p>
    <p>
      You can <a href="/">go to your own first page</a>.
    </p>
    <Ask help={help} />
  </Said>
)

type RefusedProps = {
  /** What they may not do, as a sentence: `Only an approver can release a payment run.` */
  readonly because: readonly string[]
  readonly help?: Help | undefined
}

/** Somebody who is signed in may not do this. Says every reason. */
export const RefusedPage = ({ because, help }: RefusedProps) => (
  <Said title="You cannot do this">
    {because.length === 1 ? (
      <p>{because[0]}</p>
    ) : (
      <ul className="nhsuk-list nhsuk-list--bullet">
        {because.map(reason => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    )}
    <p>Nothing has been changed.</p>
    <p>
      You can go back, or <a href="/">go to your own first page</a>.
    </p>
    <Ask help={help} />
  </Said>
)

type EndedProps = {
  readonly signIn: string
  /** They had typed something, and it is kept for when they are back. */
  readonly kept: boolean
}

/** The session ended while somebody was away. */
export const SessionEndedPage = ({ signIn, kept }: EndedProps) => (
  <Said title="You have been signed out">
    <p>You were away for a while, so we signed you out to keep your record private.</p>
    <p>
      {kept
        ? 'What you typed is kept. Sign in and you can carry on where you were.'
        : 'Nothing was sent or changed.'}
    </p>
    <p>
      <a className="nhsuk-button" href={signIn}>
        Sign in again
      </a>
    </p>
  </Said>
)

type StaleProps = { readonly href: string }

/** A form was sent from a page that is too old, or somebody else has changed the same thing meanwhile. */
export const StalePage = ({ href }: StaleProps) => (
  <Said title="This has changed since you opened it">
    <p>
      We have not saved what you sent, because it was written on top of something that has changed meanwhile.
    </p>
    <p>
      <a href={href}>See how it stands now</a>, then do it again if it is still right.
    </p>
  </Said>
)

type ErrorProps = {
  /** What to quote when asking for help. */
  readonly reference?: string | undefined
  readonly help?: Help | undefined
}

/** Something went wrong on our side. Never shows what. */
export const ErrorPage = ({ reference, help }: ErrorProps) => (
  <Said title="Sorry, something went wrong on our side">
    <p>Nothing has been changed. You can go back and try again.</p>
    <p>If it happens again, wait a few minutes. Payments that are already arranged are made as usual.</p>
    {reference === undefined ? null : (
      <p>
        If you ask for help, say <strong>{reference}</strong>.
      </p>
    )}
    <Ask help={help} />
  </Said>
)
