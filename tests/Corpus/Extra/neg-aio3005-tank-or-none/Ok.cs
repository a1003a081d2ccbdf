using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraTankOrNone
{
    public sealed class Tank
    {
        public int Bar;
    }

    public sealed class TankShop
    {
        private readonly ConcurrentQueue<Tank> _back = new ConcurrentQueue<Tank>();
        private readonly Func<Tank, Task<int>> _fill;
        private readonly SemaphoreSlim _hooks;

        public TankShop(int hooks, Func<Tank, Task<int>> fill)
        {
            _fill = fill;
            _hooks = new SemaphoreSlim(hooks, hooks);
        }

        public async Task<Tank> LendFilledAsync()
        {
            Tank tank = await LendAsync();
            try
            {
                tank.Bar = await _fill(tank);
                return tank;
            }
            catch
            {
                TakeBack(tank);
                throw;
            }
        }

        public async Task<Tank> LendAsync()
        {
            await _hooks.WaitAsync();
            if (!_back.TryDequeue(out Tank tank))
            {
                tank = new Tank();
            }

            return tank;
        }

        public void TakeBack(Tank tank)
        {
            _back.Enqueue(tank);
            _hooks.Release();
        }
    }
}
