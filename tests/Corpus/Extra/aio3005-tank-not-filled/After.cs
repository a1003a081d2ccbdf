using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace ExtraDiveTanks
{
    public interface ITank
    {
        Task FillAsync(CancellationToken token);
    }

    /// <summary>Tanks lent to divers, no more than the shop has room for.</summary>
    public sealed class TankShop
    {
        private readonly ConcurrentQueue<ITank> _back = new ConcurrentQueue<ITank>();
        private readonly Func<ITank> _buy;
        private readonly SemaphoreSlim _hooks;

        public TankShop(int hooks, Func<ITank> buy)
        {
            _buy = buy;
            _hooks = new SemaphoreSlim(hooks, hooks);
        }

        public async Task<ITank> LendAsync(TimeSpan patience, CancellationToken token)
        {
            if (!await _hooks.WaitAsync(patience, token))
            {
                throw new TimeoutException();
            }

            try
            {
                if (!_back.TryDequeue(out ITank tank))
                {
                    tank = _buy();
                }

                await tank.FillAsync(token);
                return tank;
            }
            catch
            {
                _hooks.Release();
                throw;
            }
        }

        public void TakeBack(ITank tank)
        {
            _back.Enqueue(tank);
            _hooks.Release();
        }
    }
}
