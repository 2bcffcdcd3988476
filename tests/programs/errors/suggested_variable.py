# exit: 1
# What was probably meant by an unknown name: first a local variable. (The compiler's warning comes before.)
def total(prices, discount):
    subtotal = sum(prices)
    return subtotl - discount


total([1, 2], 1)
