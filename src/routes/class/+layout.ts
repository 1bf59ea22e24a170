/** Pages of students are made for whoever asks. */
export const prerender = false;
