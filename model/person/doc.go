// Package person knows how what tells who somebody is is written, in English,
// in Chinese and as its neighbours write it: names, phone numbers, e-mail
// addresses, numbers of citizens, cards and accounts, streets. It looks at single
// texts and knows no table; whether a column names persons is for package model
// to say.
//
// Every answer leans to the safe side of its use: a form ([IsPhone], [IsCard])
// says yes only to what is written so, as most values of a column must have it,
// and [Hide] hides what may be one, as it looks at remarks.
package person
