package model

import (
	"slices"
	"strings"
)

// The words of order states are matched whole: a return that was asked for or
// refused, or a refund of a part, undoes no sale.
const (
	undoneWords = "returned|return|refunded|refund|fully refunded|return completed|return complete|refund completed|refund complete|" +
		"cancelled|canceled|cancel|order cancelled|order canceled|cancelled by customer|canceled by customer|voided|void|" +
		"chargeback|charge back|charged back|reversed|已退货|退货|退货完成|退货成功|退回|已退回|已退款|退款|退款成功|退款完成|退货退款|全额退款|" +
		"已取消|取消|订单取消|订单已取消|交易取消|交易关闭|已关闭|订单关闭|已撤销|已作废|作废|拒付"
	unpaidWords = "unpaid|not paid|pending payment|payment pending|awaiting payment|waiting for payment|payment failed|failed payment|failed|" +
		"payment declined|declined|待付款|待支付|未付款|未支付|等待付款|等待支付|等待买家付款|支付失败|付款失败"
)

// saysUndone reports whether an order state says that the sale was undone.
func saysUndone(word string) bool { return oneOf(undoneWords, word) }

// saysUnpaid reports whether an order state says that nothing was paid.
func saysUnpaid(word string) bool { return oneOf(unpaidWords, word) }

func oneOf(list, word string) bool {
	word = strings.Join(strings.FieldsFunc(strings.ToLower(word), func(r rune) bool { return r == ' ' || r == '_' || r == '-' }), " ")
	return slices.Contains(strings.Split(list, "|"), word)
}

// saysReturned reads a word of a column that says whether a sale was returned:
// a word for yes or no, or one of a return.
func saysReturned(word string) (yes, known bool) {
	if saysUndone(word) {
		return true, true
	}
	if oneOf("not returned|not refunded|未退货|未退回|未退款", word) {
		return false, true
	}
	return Truth(word)
}
