import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { searchRoute } from '../paths';

/**
 * The text in a search box. With follows it is that of the page: on the page of results
 * what was asked for, on every other page nothing, so that what was typed before does not
 * stand above something else. What somebody types stays until the page changes.
 */
export function useTyped(follows: boolean) {
  const [location] = useLocation();
  const [parameters] = useSearchParams();
  const asked = follows && location === searchRoute ? (parameters.get('q') ?? '') : '';
  const page = `${location} ${asked}`;
  const [typed, setTyped] = useState(asked);
  const [before, setBefore] = useState(page);
  if (follows && page !== before) {
    setBefore(page);
    setTyped(asked);
  }
  return [typed, setTyped] as const;
}
