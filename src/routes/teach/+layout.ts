/** Pages of teachers are made for whoever asks. */
export const prerender = false;
