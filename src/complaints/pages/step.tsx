import type { ReactNode } from 'react'
import { Form, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

type StepShows = {
  readonly title: string
  readonly button: string
  readonly action: string
  readonly back: string
  readonly fields: ReactNode
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly files: boolean
  readonly person: NonNullable<Page['person']>
}

/** One form, on a page of its own. */
export const stepPage = (of: StepShows): Page => ({
  title: of.title,
  back: of.back,
  person: of.person,
  errors: of.errors,
  status: of.errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>{of.title}</h1>
      <Form action={of.action} typed={of.typed} errors={of.errors} files={of.files}>
        {of.fields}
        <SubmitButton>{of.button}</SubmitButton>
      </Form>
    </Reading>
  ),
})
