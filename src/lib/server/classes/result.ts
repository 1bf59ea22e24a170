/** What went otherwise than the caller wished, and is nobody's bug: said to people in one sentence each. */
const sentences = {
	'bad-name': 'Please write a name of 1 to 60 characters.',
	'bad-title': 'Please write a title of 1 to 120 characters.',
	'bad-number': 'One of the numbers is out of range.',
	'bad-zone': 'There is no such time zone.',
	'bad-times': 'The due date must lie in the future, and after the opening.',
	'no-due': 'Answers can be shown after the due date only when there is one: please set it.',
	'bad-rule': 'There is no such rule for showing answers. Please choose one of the list.',
	'nothing-to-ask': 'Nothing fits this choice: please choose more topics, kinds or levels.',
	'too-few': 'There are not enough questions for this choice: make it shorter or choose more.',
	'wrong-code': 'There is no class with this code. Please check its six characters.',
	'wrong-phrase':
		'Code and words do not fit together. Please check them, or ask your teacher for new words.',
	'wrong-link': 'This link is not valid, or is no longer. Please ask for a new one.',
	'no-class': 'There is no such class, or it is not yours.',
	'no-student': 'There is no such student, or it is not yours to see.',
	'no-assignment': 'There is no such assignment, or it is not yours.',
	'no-attempt': 'There is no such attempt, or it is not yours.',
	'no-item': 'This question is not on this paper.',
	'name-taken': 'Somebody in this class has this name already. Please choose another one.',
	'not-on-list': 'This name is not on the list. Please choose your name from the list.',
	'class-full': 'This class is full. Please tell your teacher.',
	'joining-closed': 'Nobody can join this class at the moment. Please tell your teacher.',
	'has-owner': 'This class belongs to an account already.',
	'not-open': 'This assignment is not open yet.',
	over: 'The time for this assignment is over. What was saved before counts.',
	closed: 'The teacher has closed this assignment. What was saved before counts.',
	'no-attempts-left': 'You have used all attempts at this assignment.',
	'has-attempts': 'Somebody has begun already: the questions stay as they are now.',
	'no-fit': 'This question does not fit on the paper: it and another one give each other away.',
	submitted: 'This paper is handed in: its answers stay as they are.',
	fixed: 'You have seen the answer to this question: yours stays as it is.',
	conflict: 'This question was answered elsewhere meanwhile. Please choose which answer counts.',
	unreadable: 'This answer could not be read.',
	'no-feedback': 'The answers to this paper are not shown yet.',
	'same-student': 'Please choose two different students.',
	'too-many-tries': 'Too many tries. Please wait a while and try again.'
} as const;

export type Code = keyof typeof sentences;

/** An expected failure: a code for the program, a sentence for people. */
export interface Refusal {
	ok: false;
	code: Code;
	sentence: string;
	/** Milliseconds UTC, where a moment matters: when it opens, when to try again. */
	at?: number;
}
export type Result<T> = ({ ok: true } & T) | Refusal;
/** When there is nothing to tell beside that it went well. */
export type Done = Result<object>;

export const done: { ok: true } = { ok: true };

/** @param more a better sentence than the usual one, or a moment */
export const refuse = (code: Code, more: { sentence?: string; at?: number } = {}): Refusal => ({
	ok: false,
	code,
	sentence: sentences[code],
	...more
});
