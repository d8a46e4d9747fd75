import { post } from '../../platform/mail.ts'
import type { Answer, Asked } from '../../platform/route.ts'
import { addUser } from '../actions/add-user.ts'
import { signUpForm } from '../forms.ts'
import { signedUpPage, signUpPage } from '../pages/sign-up.tsx'
import type { Route } from '../public.ts'
import type { Sessions } from '../session.ts'

const welcome = `Your OpenPHB account is ready. Sign in with this address and the password that you chose.

If you did not ask for an account, tell the team that runs the service.`

const known = `Somebody tried to create an account with this address. It has one already. Nothing was changed.

If it was you, sign in with the password that you had. If it was not, you need do nothing.`

/**
 * Makes the account, or does nothing where the address has one. The answer is the same; the message is not.
 */
async function signUp(sessions: Sessions, { form }: Asked): Promise<Answer> {
  const read = signUpForm.read(form)
  if (!read.ok) return signUpPage({ typed: form, errors: read.errors })
  await sessions.asService(async doing => {
    const added = await addUser(doing, read.value)
    const subject = added.done ? 'Your account is ready' : 'You have an account already'
    await post(doing, { to: read.value.email, subject, body: added.done ? welcome : known })
  })
  return '/access/sign-up/done'
}

export const signUpRoutes = (sessions: Sessions): readonly Route[] => [
  { at: 'GET /access/sign-up', allow: 'access.sign-in', handle: () => signUpPage({ typed: {}, errors: [] }) },
  { at: 'POST /access/sign-up', allow: 'access.sign-in', handle: (_doing, asked) => signUp(sessions, asked) },
  { at: 'GET /access/sign-up/done', allow: 'access.sign-in', handle: () => signedUpPage() },
]
