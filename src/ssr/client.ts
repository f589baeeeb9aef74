/**
 * For pages that a server drew with `renderBooking` or `renderPicker`: imported before the elements are defined, it keeps what is drawn on the screen
 * until the element shows the same, and answers the element's first requests from what the server read.
 */
import { followPresses, takeOverDrawn } from './take-over.ts';

followPresses();
takeOverDrawn();
