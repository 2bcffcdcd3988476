"""statistics: averages and spreads. Sums are exact: of ints over powers of two, as floats are."""

from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from math import erf, exp, fabs, fsum, gcd, isqrt, log, sqrt, tau

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
    'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode', 'multimode',
    'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]


class StatisticsError(ValueError):
    pass


# ---- exact sums

def _common_type(a, b):
    """The type of results over data of both types."""
    if a is b or b in (int, bool):
        return a
    if a is int or issubclass(b, a):
        return b
    if issubclass(a, b) or issubclass(b, int):
        return a
    if issubclass(a, int):
        return b
    if a.__name__ == 'Fraction' and issubclass(b, float):
        return b
    if issubclass(a, float) and b.__name__ == 'Fraction':
        return a
    raise TypeError(f"don't know how to coerce {a.__name__} and {b.__name__}")


def _exact_ratio(x):
    """A number as numerator and denominator; what is infinite or none as itself and None."""
    try:
        return x.as_integer_ratio()
    except (OverflowError, ValueError):
        return x, None
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _reduced(n, d):
    common = gcd(n, d)
    return (n // common, d // common) if common > 1 else (n, d)


def _added(partials):
    """The sum of numerators by their denominators, as a ratio; (x, None) where it is no number."""
    if None in partials:
        return partials[None], None
    top, bottom = 0, 1
    for d, n in sorted(partials.items()):
        common = gcd(bottom, d)
        top, bottom = top * (d // common) + n * (bottom // common), bottom // common * d
    return _reduced(top, bottom)


def _sum(data):
    """The type of the results, the sum as a ratio and the count."""
    count = 0
    kind = int
    partials = {}
    for x in data:
        count += 1
        if type(x) is not kind:
            kind = _common_type(kind, type(x))
        n, d = _exact_ratio(x)
        partials[d] = partials.get(d, 0) + n
    return kind, _added(partials), count


def _squares(data, center=None):
    """The type, the sum of squared distances from the center or the mean as a ratio, the mean, the count."""
    count = 0
    kind = int
    sums, squares = {}, {}
    for x in data:
        count += 1
        if type(x) is not kind:
            kind = _common_type(kind, type(x))
        n, d = _exact_ratio(x if center is None else x - center)
        sums[d] = sums.get(d, 0) + n
        key = d and d * d
        squares[key] = squares.get(key, 0) + n * n
    if not count:
        return kind, (0, 1), (0, 1), 0
    (n, d), (n2, d2) = _added(sums), _added(squares)
    if d is None or d2 is None:
        return kind, (n, None), (n, None), count
    if center is not None:
        return kind, (n2, d2), None, count
    return kind, _reduced(count * n2 * d * d - n * n * d2, count * d2 * d * d), _reduced(n, d * count), count


def _converted(n, d, kind):
    """The ratio as a number of that type."""
    if d is None:
        return n
    n, d = _reduced(n, d)
    if issubclass(kind, int):
        return kind(n) if d == 1 else n / d
    if issubclass(kind, float):
        return kind(n / d)
    return kind(n) / kind(d)


def _divided(ratio, by, kind):
    n, d = ratio
    return n / by if d is None else _converted(n, d * by, kind)


def _root(n, d, kind):
    """The square root of a ratio, rounded once."""
    if d is None:
        return sqrt(n)
    if kind.__name__ == 'Decimal':
        return (kind(n) / kind(d)).sqrt()
    return _float_root(n, d)


def _root_to_odd(n, d):
    """The root's integer part, its last bit set where there is a rest: that rounds right later."""
    root = isqrt(n // d)
    return root | (root * root * d != n)


def _float_root(n, d):
    power = (n.bit_length() - d.bit_length() - 109) // 2
    if power >= 0:
        return float(_root_to_odd(n, d << 2 * power) << power)
    return _root_to_odd(n << -2 * power, d) / (1 << -power)


def _need(count, least, name, what='data point'):
    if count < least:
        amount = 'one' if least == 1 else 'two'
        raise StatisticsError(f'{name} requires at least {amount} {what}{"" if least == 1 else "s"}')


# ---- averages

def mean(data):
    kind, total, count = _sum(data)
    _need(count, 1, 'mean')
    return _divided(total, count, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return fsum(data) / len(data)
    weights = list(weights)
    if len(data) != len(weights):
        raise StatisticsError('data and weights must be the same length')
    below = fsum(weights)
    if not below:
        raise StatisticsError('sum of weights must be non-zero')
    return fsum([x * weight for x, weight in zip(data, weights)]) / below


def geometric_mean(data):
    try:
        return exp(fmean([log(x) for x in data]))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    message = 'harmonic mean does not support negative values'
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if len(data) == 1 and weights is None:
        if not hasattr(data[0], 'as_integer_ratio'):
            raise TypeError('unsupported type')
        if data[0] < 0:
            raise StatisticsError(message)
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    if any(value < 0 for value in weights) or any(value < 0 for value in data):
        raise StatisticsError(message)
    top, bottom = _sum(weights)[1]
    try:
        kind, (n, d), count = _sum([weight / x if weight else 0 for x, weight in zip(data, weights)])
    except ZeroDivisionError:
        return 0
    if n <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return top / bottom / n if d is None else _converted(top * d, bottom * n, kind)


def median(data):
    data = sorted(data)
    count = len(data)
    if count == 0:
        raise StatisticsError('no median for empty data')
    middle = count // 2
    return data[middle] if count % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = sorted(data)
    count = len(data)
    if not count:
        raise StatisticsError('no median for empty data')
    x = data[count // 2]
    first, after = bisect_left(data, x), bisect_right(data, x)
    return float(x) - float(interval) / 2.0 + float(interval) * (count / 2 - first) / (after - first)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    count = len(data)
    if count < 2:
        raise StatisticsError('must have at least two data points')
    if method == 'inclusive':
        found = []
        for i in range(1, n):
            j, delta = divmod(i * (count - 1), n)
            found.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return found
    if method != 'exclusive':
        raise ValueError(f'Unknown method: {method!r}')
    found = []
    for i in range(1, n):
        j = min(max(i * (count + 1) // n, 1), count - 1)
        delta = i * (count + 1) - j * n
        found.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return found


# ---- spreads

def variance(data, xbar=None):
    kind, squares, _, count = _squares(data, xbar)
    _need(count, 2, 'variance')
    return _divided(squares, count - 1, kind)


def pvariance(data, mu=None):
    kind, squares, _, count = _squares(data, mu)
    _need(count, 1, 'pvariance')
    return _divided(squares, count, kind)


def stdev(data, xbar=None):
    kind, (n, d), _, count = _squares(data, xbar)
    _need(count, 2, 'stdev')
    return _root(n, d and d * (count - 1), kind)


def pstdev(data, mu=None):
    kind, (n, d), _, count = _squares(data, mu)
    _need(count, 1, 'pstdev')
    return _root(n, d and d * count, kind)


def _pairs(x, y, name):
    if len(x) != len(y):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    return len(x)


def covariance(x, y, /):
    count = _pairs(x, y, 'covariance')
    xbar, ybar = fsum(x) / count, fsum(y) / count
    return fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)]) / (count - 1)


def correlation(x, y, /):
    count = _pairs(x, y, 'correlation')
    xbar, ybar = fsum(x) / count, fsum(y) / count
    sxy = fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
    sxx = fsum([(a - xbar) ** 2.0 for a in x])
    syy = fsum([(b - ybar) ** 2.0 for b in y])
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    count = _pairs(x, y, 'linear regression')
    if proportional:
        sxy = fsum([a * b for a, b in zip(x, y)])
        sxx = fsum([a * a for a in x])
    else:
        xbar, ybar = fsum(x) / count, fsum(y) / count
        sxy = fsum([(a - xbar) * (b - ybar) for a, b in zip(x, y)])
        sxx = fsum([(a - xbar) ** 2.0 for a in x])
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


# ---- the normal distribution

# Wichura's algorithm AS241 (PPND16): by the distance from the middle the numerators and denominators
# of three rational functions, the highest power first.
_central = ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
             13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608),
            (5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
             5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1.0))
_outer = ((7.74545014278341407640e-4, 0.0227238449892691845833, 0.241780725177450611770, 1.27045825245236838258,
           3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734),
          (1.05075007164441684324e-9, 5.47593808499534494600e-4, 0.0151986665636164571966, 0.148103976427480074590,
           0.689767334985100004550, 1.67638483018380384940, 2.05319162663775882187, 1.0))
_far = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.0265321895265761230930,
         0.296560571828504891230, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720),
        (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
         0.0148753612908506148525, 0.136929880922735805310, 0.599832206555887937690, 1.0))


def _polynomial(coefficients, x):
    value = 0.0
    for coefficient in coefficients:
        value = value * x + coefficient
    return value


def _normal_inverse(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        return mu + _polynomial(_central[0], r) * q / _polynomial(_central[1], r) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    tops, bottoms = _outer if r <= 5.0 else _far
    r -= 1.6 if r <= 5.0 else 5.0
    x = _polynomial(tops, r) / _polynomial(bottoms, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution',
                 '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        kind, (n, d), (top, bottom), count = _squares(data)
        _need(count, 2, 'stdev')
        return cls(top if bottom is None else top / bottom, _root(n, d and d * (count - 1), kind))

    def samples(self, n, *, seed=None):
        import random
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        return [gauss(self._mu, self._sigma) for _ in range(n)]

    def _positive_sigma(self, name):
        if not self._sigma:
            raise StatisticsError(f'{name} not defined when sigma is zero')

    def pdf(self, x):
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self._mu
        return exp(diff * diff / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * sqrt(2.0))))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _normal_inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        a, b = self, other
        if (b._sigma, b._mu) < (a._sigma, a._mu):
            a, b = b, a
        a_variance, b_variance = a.variance, b.variance
        if not a_variance or not b_variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = b_variance - a_variance
        dm = fabs(b._mu - a._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * a._sigma * sqrt(2.0)))
        middle = a._mu * b_variance - b._mu * a_variance
        spread = a._sigma * b._sigma * sqrt(dm * dm + dv * log(b_variance / a_variance))
        low, high = (middle + spread) / dv, (middle - spread) / dv
        return 1.0 - (fabs(b.cdf(low) - a.cdf(low)) + fabs(b.cdf(high) - a.cdf(high)))

    def zscore(self, x):
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            from math import hypot
            return NormalDist(self._mu + other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            from math import hypot
            return NormalDist(self._mu - other._mu, hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * fabs(other))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / fabs(other))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__ = __add__

    def __rsub__(self, other):
        return -(self - other)

    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
