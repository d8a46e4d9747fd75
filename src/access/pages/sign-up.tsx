import { Form, LinkButton, PasswordField, Reading, SubmitButton, TextField } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

/** Making an account, for a person or somebody in their family. */
export const signUpPage = ({ typed, errors }: { typed: Typed; errors: readonly FieldError[] }): Page => ({
  title: 'Create an account',
  errors,
  status: errors.length > 0 ? 422 : 200,
  back: '/access/sign-in',
  body: (
    <Reading>
      <h1>Create an account</h1>
      <p>
        For people who have a personal health budget or want to ask for one, and for family who help them.
      </p>
      <Form action="/access/sign-up" typed={{ name: typed['name'], email: typed['email'] }} errors={errors}>
        <TextField name="name" label="Your name" autocomplete="name" />
        <TextField name="email" label="E-mail address" type="email" autocomplete="username" />
        <PasswordField
          name="password"
          label="Choose a password"
          hint="12 characters or more. Three words that do not go together work well"
          isNew
        />
        <SubmitButton>Create account</SubmitButton>
      </Form>
      <p>
        You do not need an account to ask for a budget. You can call the team in your area and they do it with
        you.
      </p>
    </Reading>
  ),
})

/** The same whether the address was known or not, so that nobody learns who has an account. */
export const signedUpPage = (): Page => ({
  title: 'Now sign in',
  body: (
    <Reading>
      <h1>Now sign in</h1>
      <p>If this address had no account, it has one now. Sign in with the password that you chose.</p>
      <p>
        If it had one already, nothing was changed. Sign in with the password that you had. We sent a message
        to the address that says so.
      </p>
      <p>Were you given a word to help somebody? Your home page asks for it once you are signed in.</p>
      <LinkButton href="/access/sign-in">Sign in</LinkButton>
    </Reading>
  ),
})
