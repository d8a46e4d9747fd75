import { type Moment, moment, sayMoment } from '../../kernel/days.ts'
import { CodeField, DataTable, Form, PasswordField, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { OpenSession, Started } from '../account.ts'

export type AccountShows = {
  readonly name: string
  readonly roles: readonly string[]
  readonly sessions: readonly OpenSession[]
  readonly twoSteps: boolean
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const Sessions = ({ sessions }: { sessions: readonly OpenSession[] }) => (
  <>
    <DataTable
      caption="Where you are signed in"
      columns={[{ says: 'Since' }, { says: 'Which' }]}
      rows={sessions.map(({ id, since, isThis }) => ({
        key: id,
        cells: [sayMoment(moment(since) as Moment), isThis ? 'This one' : 'Another browser'],
      }))}
      empty="You are signed in here only."
    />
    {sessions.length < 2 ? null : (
      <Form action="/access/account/sessions/ending" name="Sign out everywhere else">
        <SubmitButton look="second">Sign out everywhere else</SubmitButton>
      </Form>
    )}
  </>
)

const Password = ({ errors }: { errors: readonly FieldError[] }) => (
  <section aria-labelledby="change-password">
    <h2 id="change-password">Change your password</h2>
    <Form action="/access/account/password" errors={errors} name="Change your password">
      <PasswordField name="old-password" label="Your password now" />
      <PasswordField
        name="new-password"
        label="New password"
        hint="12 characters or more. Three words that do not go together work well"
        isNew
      />
      <SubmitButton>Change password</SubmitButton>
    </Form>
  </section>
)

const TwoSteps = ({ on, errors }: { on: boolean; errors: readonly FieldError[] }) => (
  <section aria-labelledby="two-steps">
    <h2 id="two-steps">Sign in with two steps</h2>
    <p>
      {on
        ? 'It is on: after your password you enter a code from your app.'
        : 'It is off. With it, a password alone is not enough: an app shows you a code as well.'}
    </p>
    <Form
      action={`/access/account/two-steps${on ? '/ending' : ''}`}
      errors={errors}
      name="Sign in with two steps"
    >
      <PasswordField name="password" label="Your password" />
      <SubmitButton look={on ? 'warning' : 'second'}>{on ? 'Turn it off' : 'Set it up'}</SubmitButton>
    </Form>
  </section>
)

/** A person's own account: what they are here, where they are signed in, and how. */
export const accountPage = ({ name, roles, sessions, twoSteps, errors, done }: AccountShows): Page => ({
  title: 'Your account',
  errors,
  status: errors.length > 0 ? 422 : 200,
  ...(done === undefined ? {} : { done }),
  body: (
    <Reading>
      <h1>Your account</h1>
      <p>
        You are signed in as <bdi>{name}</bdi>.{' '}
        {roles.length === 0
          ? 'You use the service for yourself or your family.'
          : `You are: ${roles.join(', ')}.`}
      </p>
      <p>
        <a href="/access/looks">Who has looked at my record</a>
      </p>
      <Sessions sessions={sessions} />
      <Password errors={errors} />
      <TwoSteps on={twoSteps} errors={errors} />
    </Reading>
  ),
})

const grouped = (secret: string): string => secret.replace(/(.{4})(?=.)/g, '$1 ')

/** The secret for the app, and the backup codes: shown this once, then confirmed with a code. */
export const twoStepsPage = ({ address, secret, backupCodes }: Started): Page => ({
  title: 'Set up your app',
  keep: true,
  body: (
    <Reading>
      <h1>Set up your app</h1>
      <p>In the app on your telephone, choose to add an account, then to type in a key. Type this:</p>
      <p className="app-code">
        <code>{grouped(secret)}</code>
      </p>
      <p>
        If the app is on this device, you can <a href={address}>open it with the key</a>.
      </p>
      <h2>Backup codes</h2>
      <p>
        Write these down and keep them safe. Each works once, if you lose your telephone. They are not shown
        again.
      </p>
      <ul>
        {backupCodes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <ConfirmForm errors={[]} />
    </Reading>
  ),
})

const ConfirmForm = ({ errors }: { errors: readonly FieldError[] }) => (
  <Form action="/access/account/two-steps/confirmation" errors={errors}>
    <CodeField name="code" label="The six-digit code that the app shows now" />
    <SubmitButton>Turn it on</SubmitButton>
  </Form>
)

/** The code was wrong: asked again, without the secret, which the app has by now. */
export const confirmPage = (errors: readonly FieldError[]): Page => ({
  title: 'Enter the code from your app',
  errors,
  status: 422,
  back: '/access/account',
  body: (
    <Reading>
      <h1>Enter the code from your app</h1>
      <ConfirmForm errors={errors} />
      <p>Did it not work? Go back to your account and set it up again.</p>
    </Reading>
  ),
})
