# unittest.mock: calls and what is remembered of them, specs, patches of all kinds, coroutines.
import asyncio, time, os, unittest, io, sys
from unittest import mock
from unittest.mock import Mock, MagicMock, AsyncMock, patch, call, ANY, sentinel, PropertyMock, create_autospec, mock_open, DEFAULT, seal
m = Mock(return_value=3, name="svc"); print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args.kwargs, m.call_args_list, m.mock_calls)
m.foo.bar(5); m.foo.baz.return_value = 9; print(m.foo.baz(), m.mock_calls, m.method_calls, m.foo.mock_calls)
for f in (lambda: m.assert_called_once_with(2), lambda: m.assert_called_with(1, a=3), lambda: m.foo.assert_not_called(), lambda: m.foo.bar.assert_called_once_with(6), lambda: Mock().assert_called(), lambda: Mock().assert_called_with(1), lambda: m.assert_any_call(7), lambda: m.assert_has_calls([call(1), call(2)]), lambda: m.assert_foo, lambda: Mock(spec=["a"]).b, lambda: Mock(spec=int).foo, lambda: Mock(side_effect=KeyError("k"))(), lambda: m.foo.bar.assert_called_once()):
    try: print("ok", f())
    except Exception as e: print(type(e).__name__, e)
s = Mock(side_effect=[1, ValueError("x"), 3]); print(s())
try: s()
except ValueError as e: print(e)
print(s()); 
try: s()
except StopIteration: print("stop")
s.side_effect = lambda x: x * 2; print(s(4)); s.side_effect = None; s.return_value = "r"; print(s())
mm = MagicMock(); mm.__len__.return_value = 5; mm.__getitem__.side_effect = lambda k: k * 2; mm.__iter__.return_value = iter([1, 2]); print(len(mm), mm["ab"], list(mm), bool(mm), int(mm), 3 in mm, mm.__len__.called)
with mm as x: print(x is mm.__enter__.return_value)
mm.x.y.z = 4; print(mm.x.y.z, isinstance(mm.q(), MagicMock), str(mm)[:11])
print(call(1, 2) == call(1, 2), call.foo(1), call.a.b(2, c=3), [call(1)] == [call(1)], ANY == 5, sentinel.foo, sentinel.foo is sentinel.foo, call(ANY) == call(3), call(1), call())
class Svc:
    attr = 1
    def get(self, x, y=2): return x + y
    async def aget(self): return "real"
    @property
    def p(self): return 1
spec = Mock(spec=Svc); spec.get.return_value = 7; print(spec.get(1), isinstance(spec, Svc))
try: spec.nope()
except AttributeError as e: print(e)
auto = create_autospec(Svc); inst = auto(); inst.get(1); 
try: inst.get()
except TypeError as e: print(e)
with patch("time.sleep") as sl: time.sleep(100); print(sl.call_args)
with patch.object(Svc, "get", return_value=99) as g: print(Svc().get(1)); g.assert_called_once_with(1)
print(Svc().get(1))
with patch.dict(os.environ, {"ZZZ": "1"}): print(os.environ["ZZZ"])
print("ZZZ" in os.environ)
with patch(f"{__name__}.Svc.attr", 5): print(Svc.attr)
print(Svc.attr)
def helper(): return "real"
@patch("__main__.helper")
def t1(h): h.return_value = "fake"; return helper()
@patch("__main__.helper", return_value="B")
@patch.object(Svc, "get")
def t2(g, h): g.return_value = 1; return helper(), Svc().get(), g.called
print(t1(), t2(), helper())
with patch("builtins.print") as pr: print("hidden")
pr.assert_called_once_with("hidden"); print(pr.call_count)
with patch("builtins.open", mock_open(read_data="a\nb\n")) as mo:
    with open("f") as f: print(f.read(), mo.call_args)
with patch("sys.stdout", new_callable=io.StringIO) as out: print("captured")
print(repr(out.getvalue()))
with patch.object(Svc, "p", new_callable=PropertyMock, return_value=42) as pm: print(Svc().p)
async def main():
    am = AsyncMock(return_value=5); print(await am(1), am.await_count, am.await_args); am.assert_awaited_once_with(1)
    am.side_effect = [1, 2]; print(await am(), await am())
    am.side_effect = RuntimeError("boom")
    try: await am()
    except RuntimeError as e: print(e)
    o = MagicMock(spec=Svc); o.aget.return_value = "mocked"; print(await o.aget(), type(o.aget).__name__)
    with patch.object(Svc, "aget", new_callable=AsyncMock) as a: a.return_value = 1; print(await Svc().aget())
    with patch("asyncio.sleep", AsyncMock()) as sl: await asyncio.sleep(50); sl.assert_awaited_once_with(50)
    cm = MagicMock(); cm.__aenter__.return_value = "in"
    async with cm as v: print(v)
    it = MagicMock(); it.__aiter__.return_value = [1, 2, 3]; print([i async for i in it])
    try: am.assert_awaited_with(3)
    except AssertionError as e: print(e)
    a2 = AsyncMock(); await a2.method(1); print(a2.mock_calls, a2.method.await_count)
asyncio.run(main())
m.reset_mock(); print(m.called, m.mock_calls); m.configure_mock(**{"a.b.return_value": 3, "c": 4}); print(m.a.b(), m.c)
del m.c
try: m.c
except AttributeError as e: print("deleted", e)
seal(m)
try: m.newattr
except AttributeError as e: print(e)
p = patch("__main__.helper"); h = p.start(); h.return_value = 2; print(helper()); p.stop(); print(helper())
try: patch("__main__.nothere").start()
except AttributeError as e: print(str(e).partition(' from ')[0])
class T(unittest.TestCase):
    @patch("__main__.helper")
    def test_a(self, h): h.return_value = 1; self.assertEqual(helper(), 1)
    def setUp(self): self.p = patch.object(Svc, "get"); self.g = self.p.start(); self.addCleanup(self.p.stop)
    def test_b(self): Svc().get(4); self.g.assert_called_once_with(4)
b = io.StringIO(); r = unittest.TextTestRunner(stream=b).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(r)
w = Mock(wraps=[1, 2]); print(w.index(2), w.index.called); print(repr(Mock(name="n"))[:14], repr(m.foo)[:21], Mock(x=5).x)
parent = Mock(); parent.a(1); parent.b(2); print(parent.mock_calls == [call.a(1), call.b(2)]); parent.assert_has_calls([call.b(2), call.a(1)], any_order=True)
try: parent.assert_has_calls([call.c(1)])
except AssertionError as e: print(e)
