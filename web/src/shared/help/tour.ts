// Whether the tour was taken or skipped in this browser.
const kept = 'innograph:tour';
const done = 'done';

export const isTourDone = () => localStorage.getItem(kept) === done;

export function keepTourDone() {
  localStorage.setItem(kept, done);
}

export function forgetTour() {
  localStorage.removeItem(kept);
}
