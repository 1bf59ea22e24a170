import type { Insertable, Selectable } from 'kysely';

/**
 * The tables, the same on both databases. Times are whole milliseconds UTC; yes and no are 1 and 0; JSON is text.
 * Ids are 128 random bits, made by the program.
 */

export interface SettingTable {
	name: string;
	value: string;
}

export interface ClassTable {
	id: string;
	name: string;
	/** Six unambiguous characters, which students type. */
	code: string;
	/** The user whose class it is; null while only a private link opens it. */
	owner_id: string | null;
	/** SHA-256 of the token in the private link; null once claimed. */
	link_hash: string | null;
	capacity: number;
	/** IANA name, such as "Europe/Vienna". */
	time_zone: string;
	/** Whether students write a name of their own, or choose one from the teacher's list. */
	names: 'own' | 'list';
	joining_open: number;
	created_at: number;
	/** When its teacher or a student last came, to the day; 0: not known, of a time when this was not kept. */
	used_at: number;
	/** When its teacher was told that it will be deleted; null: it is in use. */
	warned_at: number | null;
}

export interface StudentTable {
	id: string;
	class_id: string;
	name: string;
	/** The name without what people do not tell apart: unique in a class. */
	name_key: string;
	on_list: number;
	/** null: on the teacher's list, and not here yet. */
	joined_at: number | null;
	/** HMAC of class and recovery phrase. */
	phrase_hash: string | null;
}

export interface StudentSessionTable {
	token_hash: string;
	student_id: string;
	created_at: number;
	seen_at: number;
}

export interface AssignmentTable {
	id: string;
	class_id: string;
	title: string;
	/** JSON of a `Choice`. */
	choice: string;
	paper: 'same' | 'each';
	seed: string;
	/** JSON: ids of items that stand on every paper. */
	pinned: string;
	/** JSON: `{ out, in }[]`, ids of items. */
	swapped: string;
	opens_at: number | null;
	due_at: number | null;
	seconds: number | null;
	attempts: number;
	feedback: FeedbackRule;
	reading: number;
	closed_at: number | null;
	created_at: number;
	/** Of the item bank, when the assignment was made. */
	bank_version: string;
	/** JSON of `PaperLine[]`: the paper of all, as it was set; null when each student has an own one. */
	set_paper: string | null;
}
export type FeedbackRule = 'at-once' | 'submitted' | 'due' | 'never';

export interface KeptItemTable {
	id: string;
	rev: string;
	/** Of the body: a key or rationale can be mended where the visible text, and so `rev`, stays. */
	hash: string;
	/** JSON of the item as the bank had it. */
	body: string;
}

/** Which kept items an assignment's papers have. */
export interface PaperItemTable {
	assignment_id: string;
	id: string;
	rev: string;
	hash: string;
}

export interface AttemptTable {
	id: string;
	assignment_id: string;
	student_id: string;
	/** 1 for the first. */
	n: number;
	seed: string;
	/** JSON of `PaperLine[]`. */
	paper: string;
	started_at: number;
	/** The last moment for answers, from time limit, due date and closing; null: none. */
	ends_at: number | null;
	submitted_at: number | null;
	score: number | null;
	/** Full mark. */
	of: number | null;
}

export interface ResponseTable {
	attempt_id: string;
	item_id: string;
	/** JSON of a `Response`. */
	given: string;
	/** 1 when first saved, one more with every change. */
	version: number;
	saved_at: number;
	/** When its feedback was shown: from then on it stays. */
	fixed_at: number | null;
}

export interface AllowanceTable {
	assignment_id: string;
	student_id: string;
	extra_seconds: number;
	extra_attempts: number;
	open_until: number | null;
}

export interface TriesTable {
	key: string;
	window_start: number;
	count: number;
}

/** A moment in the tables of better-auth: text in SQLite, a date in PostgreSQL. */
type Moment = string | Date;

/** A teacher with an account. These four tables are written by better-auth: see accounts/auth.ts. */
export interface UserTable {
	id: string;
	name: string;
	email: string;
	email_verified: number | boolean;
	image: string | null;
	created_at: Moment;
	updated_at: Moment;
}

export interface SessionTable {
	id: string;
	user_id: string;
	token: string;
	expires_at: Moment;
	/** Not kept: always empty. */
	ip_address: string | null;
	user_agent: string | null;
	created_at: Moment;
	updated_at: Moment;
}

/** One way in which a user signs in. */
export interface AccountTable {
	id: string;
	user_id: string;
	account_id: string;
	/** "credential" is e-mail and password. */
	provider_id: string;
	password: string | null;
	access_token: string | null;
	refresh_token: string | null;
	id_token: string | null;
	access_token_expires_at: Moment | null;
	refresh_token_expires_at: Moment | null;
	scope: string | null;
	created_at: Moment;
	updated_at: Moment;
}

export interface VerificationTable {
	id: string;
	identifier: string;
	value: string;
	expires_at: Moment;
	created_at: Moment;
	updated_at: Moment;
}

export interface PasskeyTable {
	/** The credential's id, in base64url. */
	id: string;
	user_id: string;
	/** What its owner calls it. */
	name: string;
	/** SubjectPublicKeyInfo in base64url. */
	public_key: string;
	counter: number;
	created_at: number;
	used_at: number | null;
}

/** What was sent to a browser and must come back signed, once. */
export interface PasskeyChallengeTable {
	challenge: string;
	/** Whose new passkey it is for; null: for signing in. */
	user_id: string | null;
	expires_at: number;
}

export interface Schema {
	setting: SettingTable;
	class: ClassTable;
	student: StudentTable;
	student_session: StudentSessionTable;
	assignment: AssignmentTable;
	kept_item: KeptItemTable;
	paper_item: PaperItemTable;
	attempt: AttemptTable;
	response: ResponseTable;
	allowance: AllowanceTable;
	tries: TriesTable;
	user: UserTable;
	session: SessionTable;
	account: AccountTable;
	verification: VerificationTable;
	passkey: PasskeyTable;
	passkey_challenge: PasskeyChallengeTable;
}

export type Class = Selectable<ClassTable>;
export type Student = Selectable<StudentTable>;
export type Assignment = Selectable<AssignmentTable>;
export type Attempt = Selectable<AttemptTable>;
export type SavedResponse = Selectable<ResponseTable>;
export type Passkey = Selectable<PasskeyTable>;
export type Allowance = Selectable<AllowanceTable>;
export type NewAssignment = Insertable<AssignmentTable>;
