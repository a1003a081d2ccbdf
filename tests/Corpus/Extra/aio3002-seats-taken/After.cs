using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio3002SeatsTaken.After;

public enum JoinResult
{
    Joined,
    Full,
    AlreadyInside,
    Closed,
}

public sealed class Lobby
{
    private readonly object _sync = new object();
    private readonly HashSet<int> _players = new HashSet<int>();
    private int _seated;
    private bool _closed;

    public Lobby(string code, int seats)
    {
        Code = code;
        Seats = seats;
    }

    public string Code { get; }
    public int Seats { get; }

    public JoinResult Join(int playerId)
    {
        lock (_sync)
        {
            if (_closed)
            {
                return JoinResult.Closed;
            }

            if (_seated >= Seats)
            {
                return JoinResult.Full;
            }

            if (!_players.Add(playerId))
            {
                return JoinResult.AlreadyInside;
            }

            _seated++;
            return JoinResult.Joined;
        }
    }

    public bool Leave(int playerId)
    {
        lock (_sync)
        {
            if (!_players.Remove(playerId))
            {
                return false;
            }

            _seated--;
            return true;
        }
    }

    public int FreeSeats()
    {
        lock (_sync)
        {
            return _closed ? 0 : Seats - _seated;
        }
    }

    public int[] Close()
    {
        lock (_sync)
        {
            _closed = true;
            int[] players = _players.ToArray();
            _players.Clear();
            _seated = 0;
            return players;
        }
    }
}

public sealed class LobbyBrowser
{
    private readonly IReadOnlyDictionary<string, Lobby> _lobbies;

    public LobbyBrowser(IEnumerable<Lobby> lobbies)
    {
        _lobbies = lobbies.ToDictionary(l => l.Code, StringComparer.OrdinalIgnoreCase);
    }

    public JoinResult TryJoin(string code, int playerId)
    {
        return _lobbies.TryGetValue(code, out Lobby lobby) ? lobby.Join(playerId) : JoinResult.Closed;
    }
}
