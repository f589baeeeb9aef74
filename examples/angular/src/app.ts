import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { BookedEvent, Booking } from '@culturebridge/booking/elements';

@Component({
  selector: 'app-root',
  // Tags that begin with `cb-` are elements of the browser, not components of Angular.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Angular</h1>
    <p role="status">
      @if (booking(); as made) {
        Booked for {{ made.session_datetime }}: {{ made.status }}
      }
    </p>
    <cb-booking [api]="api" [coach]="coach" [metadata]="metadata" (cb-booked)="booked($event)"></cb-booking>
    <button type="button" (click)="dialog.show()">Book in a dialog</button>
    <cb-booking-button #dialog [api]="api" [coach]="coach"></cb-booking-button>
  `,
})
export class App {
  readonly api = 'http://localhost:8000';
  readonly coach = '323e4567-e89b-12d3-a456-426614174000';
  readonly metadata = { source: 'angular' };
  readonly booking = signal<Booking | undefined>(undefined);

  booked(event: BookedEvent): void {
    this.booking.set(event.booking);
  }
}
