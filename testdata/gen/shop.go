package main

// shop is everything the files are written from.
type shop struct {
	people []*person
	orders []*order
	survey []*answer
	visits []*visits
	cards  []*card
}

func newShop() *shop {
	s := &shop{people: newPeople(newDice(peopleStream))}
	s.orders = newOrders(newDice(orderStream), s.people)
	s.survey = newSurvey(newDice(surveyStream), s.people)
	s.visits = newVisits(newDice(webStream), s.people)
	s.cards = newCards(newDice(cardStream), s.people)
	return s
}
