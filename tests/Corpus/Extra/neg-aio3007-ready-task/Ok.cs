using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.NegAio3007ReadyTask;

public sealed record PlayerProfile(long Id, string Name, int Level);

public interface IProfileStore
{
    Task<PlayerProfile> LoadAsync(long id);
}

public interface IZoneDirectory
{
    Task<string> AssignAsync(PlayerProfile profile);

    void Release(string zone, long playerId);
}

public sealed class PlayerSession
{
    private readonly TaskCompletionSource _ready =
        new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    private PlayerProfile _profile;
    private string _zone;

    internal PlayerSession(long id)
    {
        Id = id;
    }

    public long Id { get; }

    public string DisplayName => _profile.Name + " (" + _profile.Level + ")";

    public string Zone => _zone;

    internal Task Ready => _ready.Task;

    internal async Task InitializeAsync(IProfileStore store, IZoneDirectory zones)
    {
        PlayerProfile profile = await store.LoadAsync(Id).ConfigureAwait(false);
        _profile = profile;
        _zone = await zones.AssignAsync(profile).ConfigureAwait(false);
        _ready.SetResult();
    }

    internal void Fail(Exception error) => _ready.SetException(error);
}

public sealed class SessionHub
{
    private readonly ConcurrentDictionary<long, PlayerSession> _sessions = new ConcurrentDictionary<long, PlayerSession>();
    private readonly IProfileStore _store;
    private readonly IZoneDirectory _zones;

    public SessionHub(IProfileStore store, IZoneDirectory zones)
    {
        _store = store ?? throw new ArgumentNullException(nameof(store));
        _zones = zones ?? throw new ArgumentNullException(nameof(zones));
    }

    public async Task<PlayerSession> OpenAsync(long id, CancellationToken cancel)
    {
        var created = new PlayerSession(id);
        PlayerSession session = _sessions.GetOrAdd(id, created);
        if (ReferenceEquals(session, created))
        {
            try
            {
                await created.InitializeAsync(_store, _zones).ConfigureAwait(false);
            }
            catch (Exception ex)
            {
                _sessions.TryRemove(KeyValuePair.Create(id, created));
                created.Fail(ex);
            }
        }

        await session.Ready.WaitAsync(cancel).ConfigureAwait(false);
        return session;
    }

    public bool TryGet(long id, out PlayerSession session)
    {
        if (_sessions.TryGetValue(id, out session) && session.Ready.IsCompletedSuccessfully)
        {
            return true;
        }

        session = null;
        return false;
    }

    public IReadOnlyList<string> DescribeAll()
    {
        var lines = new List<string>();
        foreach (PlayerSession session in _sessions.Values)
        {
            if (session.Ready.IsCompletedSuccessfully)
            {
                lines.Add(session.DisplayName + " in " + session.Zone);
            }
        }

        return lines;
    }

    public bool Close(long id)
    {
        if (!TryGet(id, out PlayerSession session) || !_sessions.TryRemove(KeyValuePair.Create(id, session)))
        {
            return false;
        }

        _zones.Release(session.Zone, id);
        return true;
    }
}
