import { Form, Reading, SubmitButton, SubmitButtons, TextArea } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Case } from '../types.ts'

type WithdrawalShows = {
  readonly one: Case
  readonly strip: { readonly name: string; readonly details: readonly string[] }
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** Taking a request back: what it means, and the way out of doing it. */
export const withdrawalPage = ({ one, strip, typed, errors }: WithdrawalShows): Page => ({
  title: 'Withdraw the request',
  person: strip,
  back: `/requests/${one.reference}`,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      <h1>Withdraw the request {one.reference}?</h1>
      <p>The care there is now goes on. Nothing else changes, and you can ask again at any time.</p>
      <Form action={`/requests/${one.reference}/withdrawal`} typed={typed} errors={errors}>
        <TextArea
          name="because"
          label="Why? (optional)"
          hint="It helps us to do better."
          rows={3}
          most={1000}
        />
        <SubmitButtons>
          <SubmitButton look="warning">Withdraw the request</SubmitButton>
          <a href={`/requests/${one.reference}`}>Keep the request</a>
        </SubmitButtons>
      </Form>
    </Reading>
  ),
})
