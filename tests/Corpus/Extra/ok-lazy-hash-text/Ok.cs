using System;
using System.Collections.Concurrent;
using System.Globalization;

namespace Corpus.Extra.OkLazyHashText;

public sealed class GeoCell : IEquatable<GeoCell>
{
    private readonly double _latitude;
    private readonly double _longitude;
    private string _text;
    private int _hash;

    public GeoCell(double latitude, double longitude)
    {
        _latitude = Math.Round(latitude, 3);
        _longitude = Math.Round(longitude, 3);
    }

    public bool Equals(GeoCell other) => other is not null && _latitude == other._latitude && _longitude == other._longitude;

    public override bool Equals(object obj) => Equals(obj as GeoCell);

    public override int GetHashCode()
    {
        int hash = _hash;
        if (hash != 0)
        {
            return hash;
        }

        hash = HashCode.Combine(_latitude, _longitude) | 1;
        _hash = hash;
        return hash;
    }

    public override string ToString() => _text ??= string.Format(CultureInfo.InvariantCulture, "{0:F3},{1:F3}", _latitude, _longitude);
}

public sealed class GeoIndex
{
    private readonly ConcurrentDictionary<GeoCell, int> _visits = new ConcurrentDictionary<GeoCell, int>();

    public int Visit(double latitude, double longitude)
    {
        return _visits.AddOrUpdate(new GeoCell(latitude, longitude), 1, static (_, visits) => visits + 1);
    }
}
