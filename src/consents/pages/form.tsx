import type { ReactNode } from 'react'
import { Form, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

type FormShows = {
  readonly title: string
  readonly button: string
  readonly files?: true
  readonly fields: ReactNode
  readonly back: string
  readonly action: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: NonNullable<Page['person']>
}

/** One form on a page of its own. */
export const formPage = (of: FormShows): Page => ({
  title: of.title,
  back: of.back,
  ...(of.person ? { person: of.person } : {}),
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
