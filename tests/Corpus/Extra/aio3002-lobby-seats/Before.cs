using System;
using System.Collections.Generic;
using System.Linq;

namespace Corpus.Extra.Aio3002LobbySeats.Before;

public sealed record Player(long Id, string Name, int Rating);

public sealed class PlayerEventArgs : EventArgs
{
    public PlayerEventArgs(Player player, int team)
    {
        Player = player;
        Team = team;
    }

    public Player Player { get; }

    public int Team { get; }
}

public sealed class MatchLobby
{
    private readonly object _seatsLock = new object();
    private readonly Dictionary<long, PlayerEventArgs> _seats = new Dictionary<long, PlayerEventArgs>();
    private readonly int[] _teamSizes;
    private readonly int _capacity;
    private bool _started;

    public MatchLobby(int teams, int playersPerTeam)
    {
        _teamSizes = new int[teams];
        _capacity = teams * playersPerTeam;
    }

    public event EventHandler<PlayerEventArgs> Joined;

    public event EventHandler<PlayerEventArgs> Left;

    public bool HasRoom
    {
        get
        {
            lock (_seatsLock)
            {
                return !_started && _seats.Count < _capacity;
            }
        }
    }

    public bool TryJoin(Player player)
    {
        if (player == null)
        {
            throw new ArgumentNullException(nameof(player));
        }

        PlayerEventArgs seat;
        if (!HasRoom)
        {
            return false;
        }

        lock (_seatsLock)
        {
            if (_seats.ContainsKey(player.Id))
            {
                return false;
            }

            int team = Array.IndexOf(_teamSizes, _teamSizes.Min());
            seat = new PlayerEventArgs(player, team);
            _seats.Add(player.Id, seat);
            _teamSizes[team]++;
        }

        Joined?.Invoke(this, seat);
        return true;
    }

    public bool Leave(long playerId)
    {
        PlayerEventArgs seat;
        lock (_seatsLock)
        {
            if (_started || !_seats.Remove(playerId, out seat))
            {
                return false;
            }

            _teamSizes[seat.Team]--;
        }

        Left?.Invoke(this, seat);
        return true;
    }

    public IReadOnlyList<Player> TryStart()
    {
        lock (_seatsLock)
        {
            if (_started || _seats.Count < _capacity)
            {
                return Array.Empty<Player>();
            }

            _started = true;
            return _seats.Values.OrderBy(s => s.Team).Select(s => s.Player).ToArray();
        }
    }
}
