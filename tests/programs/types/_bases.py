class Base:
    def go(self): return "base"
    def run(self): return self.go()
    async def arun(self): return await self.ago()
    async def ago(self): return "abase"
class Other(Base):
    pass
Alias = Base
