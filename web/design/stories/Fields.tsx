import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateParts, emptyDate, type DateText } from '../../ui/DateParts.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field, FieldError } from '../../ui/Field.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const Birth = ({ name, start, error }: { name: string; start: DateText; error?: string }) => {
  const words = useWords();
  const [value, setValue] = useState(start);
  const label = words('When were you born?', '¿Cuándo nació?');
  return <DateParts name={name} label={label} value={value} onChange={setValue} {...(error ? { error } : {})} />;
};

const Searching = ({ start }: { start: string }) => {
  const words = useWords();
  const [value, setValue] = useState(start);
  return <SearchField label={words('Search my record', 'Buscar en mi expediente')} value={value} onChange={setValue} />;
};

export const Fields = () => {
  const words = useWords();
  const phoneError = words('Enter a phone number, like 555-0100', 'Escriba un número de teléfono, como 555-0100');
  const dayError = words('Enter a day that exists', 'Escriba un día que exista');
  const email = words('E-mail', 'Correo electrónico');
  return (
    <>
      <Story name="ErrorSummary" className="">
        <ErrorSummary
          problems={[
            { field: 'phone', message: phoneError },
            { message: words('The list could not be read', 'No se pudo leer la lista') },
          ]}
        />
      </Story>
      <Story name="Field: plain, filled, with a hint, with an error, beside a button" className="grid gap-5">
        <Field name="email" label={email} />
        <Field name="email-filled" label={email} defaultValue="elena.marsh@example.org" />
        <Field
          name="code"
          label={words('6-digit code', 'Código de 6 dígitos')}
          hint={words('From your authenticator app', 'De su aplicación de autenticación')}
          placeholder="000 000"
        />
        <Field
          name="phone"
          label={words('Phone (optional)', 'Teléfono (opcional)')}
          hint={words('Where we reach you by day', 'Donde le encontramos de día')}
          error={phoneError}
          defaultValue="55"
        />
        <Field
          name="secret"
          type="password"
          label={words('Password', 'Contraseña')}
          defaultValue="walnut"
          after={<Button look="secondary">{words('Show', 'Mostrar')}</Button>}
        />
      </Story>
      <Story name="DateParts: empty, filled, with an error" className="grid gap-5">
        <Birth name="born" start={emptyDate} />
        <Birth name="born-filled" start={{ month: '3', day: '14', year: '1968' }} />
        <Birth name="born-wrong" start={{ month: '2', day: '30', year: '1968' }} error={dayError} />
      </Story>
      <Story name="SearchField: empty, filled" className="grid gap-3">
        <Searching start="" />
        <Searching start={words('cholesterol', 'colesterol')} />
      </Story>
      <Story name="FieldError alone">
        <FieldError id="alone">{words('Choose one', 'Elija una opción')}</FieldError>
      </Story>
    </>
  );
};
