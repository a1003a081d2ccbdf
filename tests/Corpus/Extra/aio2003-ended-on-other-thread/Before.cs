using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Converts films, several at once; the board in the hall shows how many are under way.</summary>
public sealed class FilmConverter
{
    private readonly Action<string> _convert;
    private int _underWay;

    public FilmConverter(Action<string> convert) => _convert = convert;

    public int UnderWay => Volatile.Read(ref _underWay);

    public void Convert(string film)
    {
        var job = new Job(film, _convert);
        job.Ended += OnEnded;
        _underWay++;
        Task.Run(() => job.Run());
    }

    private void OnEnded(object sender, EventArgs e)
    {
        _underWay--;
    }

    private sealed class Job
    {
        private readonly string _film;
        private readonly Action<string> _convert;

        public Job(string film, Action<string> convert)
        {
            _film = film;
            _convert = convert;
        }

        public event EventHandler Ended;

        public void Run()
        {
            _convert(_film);
            Ended?.Invoke(this, EventArgs.Empty);
        }
    }
}
