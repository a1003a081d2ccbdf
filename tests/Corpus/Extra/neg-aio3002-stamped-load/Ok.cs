using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3002StampedLoad;

public sealed record Profile(int UserId, string DisplayName, IReadOnlyList<string> Roles);

public interface IProfileSource
{
    Task<Profile> LoadAsync(int userId, CancellationToken cancellationToken);
}

public sealed class ProfileCache
{
    private sealed class Slot
    {
        public int Stamp;
        public Profile Profile;
        public DateTime ExpiresUtc;
    }

    private readonly object _gate = new object();
    private readonly Dictionary<int, Slot> _slots = new Dictionary<int, Slot>();
    private readonly IProfileSource _source;
    private readonly TimeSpan _lifetime;

    public ProfileCache(IProfileSource source, TimeSpan lifetime)
    {
        _source = source;
        _lifetime = lifetime;
    }

    public async Task<Profile> GetAsync(int userId, CancellationToken cancellationToken)
    {
        Slot slot;
        int stamp;
        lock (_gate)
        {
            if (!_slots.TryGetValue(userId, out slot))
            {
                slot = new Slot();
                _slots.Add(userId, slot);
            }

            if (slot.Profile != null && slot.ExpiresUtc > DateTime.UtcNow)
                return slot.Profile;

            stamp = slot.Stamp;
        }

        Profile loaded = await _source.LoadAsync(userId, cancellationToken).ConfigureAwait(false);

        lock (_gate)
        {
            if (slot.Stamp == stamp)
            {
                slot.Stamp++;
                slot.Profile = loaded;
                slot.ExpiresUtc = DateTime.UtcNow + _lifetime;
            }
        }

        return loaded;
    }

    public void Invalidate(int userId)
    {
        lock (_gate)
        {
            if (_slots.TryGetValue(userId, out Slot slot))
                Reset(slot);
        }
    }

    public void InvalidateAll()
    {
        lock (_gate)
        {
            foreach (Slot slot in _slots.Values)
                Reset(slot);
        }
    }

    private static void Reset(Slot slot)
    {
        slot.Stamp++;
        slot.Profile = null;
        slot.ExpiresUtc = default;
    }
}
