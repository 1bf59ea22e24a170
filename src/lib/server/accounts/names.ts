/** The columns of better-auth's tables, which has names of its own for them: see storage/migrations/0002-accounts.ts. */

const moments = { createdAt: 'created_at', updatedAt: 'updated_at' } as const;

export const userColumns = { ...moments, emailVerified: 'email_verified' } as const;

export const sessionColumns = {
	...moments,
	userId: 'user_id',
	expiresAt: 'expires_at',
	ipAddress: 'ip_address',
	userAgent: 'user_agent'
} as const;

export const accountColumns = {
	...moments,
	userId: 'user_id',
	accountId: 'account_id',
	providerId: 'provider_id',
	accessToken: 'access_token',
	refreshToken: 'refresh_token',
	idToken: 'id_token',
	accessTokenExpiresAt: 'access_token_expires_at',
	refreshTokenExpiresAt: 'refresh_token_expires_at'
} as const;

export const verificationColumns = { ...moments, expiresAt: 'expires_at' } as const;
