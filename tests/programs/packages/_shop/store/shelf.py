from ..prices import Price
items = {'apple': Price(120), 'pear': Price(80)}
