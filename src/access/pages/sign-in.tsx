import {
  CodeField,
  Form,
  HiddenFields,
  PasswordField,
  Reading,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

type SignInShows = {
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly next: string
  readonly kept: string
  readonly demo: boolean
}

/** Signing in with an e-mail address and a password. Says when something typed was kept. */
export const signInPage = ({ typed, errors, next, kept, demo }: SignInShows): Page => ({
  title: 'Sign in',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>Sign in</h1>
      {kept === '' ? null : (
        <p>You were signed out while you were writing. We kept what you typed. Sign in to go on.</p>
      )}
      <Form action="/access/sign-in" typed={{ email: typed['email'] }} errors={errors}>
        <HiddenFields values={{ next, kept }} />
        <TextField name="email" label="E-mail address" type="email" autocomplete="username" />
        <PasswordField name="password" label="Password" />
        <SubmitButton>Sign in</SubmitButton>
      </Form>
      <p>
        No account yet? <a href="/access/sign-up">Create an account</a>.
      </p>
      {demo ? (
        <p>
          This is a demonstration. The links that sign you in as each person were printed when the service
          started.
        </p>
      ) : null}
      <p>
        If you can’t sign in, call the team named on your last letter. They can do everything for you by
        telephone.
      </p>
    </Reading>
  ),
})

export const secondStepPage = ({
  errors,
  next,
  kept,
}: {
  errors: readonly FieldError[]
  next: string
  kept: string
}): Page => ({
  title: 'Enter the code from your app',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>Enter the code from your app</h1>
      <Form action="/access/second-step" errors={errors}>
        <HiddenFields values={{ next, kept }} />
        <CodeField name="code" label="Six-digit code" hint="Or one of the backup codes that you wrote down" />
        <SubmitButton>Go on</SubmitButton>
      </Form>
    </Reading>
  ),
})
