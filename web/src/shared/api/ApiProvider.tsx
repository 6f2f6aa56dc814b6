import { mapExchange } from '@urql/core';
import { useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { newClient } from './client';
import { KeyDialog } from './KeyDialog';
import { wantsKey } from './problem';

/** Gives views the API, and asks for a key when the server wants one. */
export function ApiProvider({ children }: { children: ReactNode }) {
  const [asking, setAsking] = useState(false);
  const make = () =>
    newClient(
      mapExchange({
        onResult: (result) => {
          if (wantsKey(result.error)) setAsking(true);
        },
      }),
    );
  const [client, setClient] = useState(make);
  return (
    <Provider value={client}>
      {children}
      <KeyDialog
        opened={asking}
        onKey={() => {
          setAsking(false);
          setClient(make()); // it asks anew what was refused
        }}
      />
    </Provider>
  );
}
