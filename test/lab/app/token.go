package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"strconv"
	"strings"
	"time"
)

// A token is user.expiry.signature and nothing is stored: it must hold on every replica and across a deploy.
func (a *app) issueToken(user string, expires time.Time) string {
	claim := base64.RawURLEncoding.EncodeToString([]byte(user)) + "." + strconv.FormatInt(expires.Unix(), 10)
	return claim + "." + a.sign(claim)
}

func (a *app) userOf(token string, now time.Time) (string, bool) {
	parts := strings.Split(token, ".")
	if len(parts) != 3 || !hmac.Equal([]byte(parts[2]), []byte(a.sign(parts[0]+"."+parts[1]))) {
		return "", false
	}
	expires, err := strconv.ParseInt(parts[1], 10, 64)
	user, decoding := base64.RawURLEncoding.DecodeString(parts[0])
	return string(user), err == nil && decoding == nil && now.Unix() < expires
}

func (a *app) sign(claim string) string {
	// The database's URL is the one secret all releases share; it saves the sample a setting of its own.
	mac := hmac.New(sha256.New, []byte(a.databaseURL))
	mac.Write([]byte(claim))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}
